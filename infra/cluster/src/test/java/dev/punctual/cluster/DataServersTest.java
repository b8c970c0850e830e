package dev.punctual.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DataServersTest {
  @Test
  void tellsTheChartWhereGivenServersAre() {
    assertThat(
            DataServers.values(
                "k:9092", "jdbc:postgresql://db.example.net/own?sslmode=verify-full", "me"))
        .contains("{brokers: \"k:9092\"}")
        .contains("host: \"db.example.net\", port: 5432, database: \"own\", owner: {user: \"me\"}")
        .contains("sslMode: verify-full");
  }

  @Test
  void encryptsNothingUnlessAsked() {
    assertThat(DataServers.values("k:1", "jdbc:postgresql://10.0.0.1:6432/punctual", "punctual"))
        .contains("port: 6432")
        .contains("sslMode: disable");
  }
}
