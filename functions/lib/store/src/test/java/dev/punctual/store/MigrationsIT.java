package dev.punctual.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.local.servers.TestServers;
import org.junit.jupiter.api.Test;

class MigrationsIT {
  @Test
  void bringTheSchemaToTheVersionThatTheCodeNeedsAndMayRunAgain() {
    TestDatabase test = TestDatabase.fresh();
    assertThat(test.database().<Integer>read(SchemaVersion::of)).isEqualTo(SchemaVersion.NEEDED);

    Migrations.migrate(test.url(), TestServers.databaseUser(), TestServers.databasePassword());

    assertThat(test.database().<Integer>read(SchemaVersion::of)).isEqualTo(SchemaVersion.NEEDED);
  }
}
