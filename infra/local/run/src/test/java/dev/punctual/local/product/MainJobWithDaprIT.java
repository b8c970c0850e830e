package dev.punctual.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.local.dapr.NeedsDapr;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Gateway and functions behind sidecars: Dapr stands behind every port. */
@NeedsDapr
class MainJobWithDaprIT extends MainJobContract {
  private static WithSidecars sidecars;

  @BeforeAll
  static void start() {
    sidecars = WithSidecars.of(Product.HOME);
    begin(Product.start(sidecars));
  }

  @AfterAll
  static void closeSidecars() {
    sidecars.close();
  }

  @Test
  void noSecretStandsInAnEnvironmentALogOrTheMetrics() throws Exception {
    Path process = Path.of("/proc", Long.toString(gatewayPid()));

    assertThat(Files.readString(process.resolve("environ"))).doesNotContain(sidecars.password());
    assertThat(Files.readString(process.resolve("cmdline"))).doesNotContain(sidecars.password());
    assertThat(metrics()).contains("punctual_outbox").doesNotContain(sidecars.password());
    assertThat(logs(product.data().resolve("log"))).isNotEmpty().allSatisfy(this::tellsNothing);
    assertThat(logs(sidecars.folder())).hasSizeGreaterThan(1).allSatisfy(this::tellsNothing);
  }

  private void tellsNothing(Path log) {
    assertThat(log).content().doesNotContain(sidecars.password());
  }

  private static List<Path> logs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }

  @Test
  void aNewDatabasePasswordIsTakenUpWithoutARestartOfTheGateway() {
    long pid = gatewayPid();

    sidecars.changePassword("another password of the role");

    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> client.get("tasks").containsKey("items"));
    assertThat(gatewayPid()).isEqualTo(pid);
    assertThat(product.run().gateways()).hasSize(1);
  }

  private static String metrics() throws IOException, InterruptedException {
    Matcher port =
        Pattern.compile("health and metrics on port (\\d+)")
            .matcher(Files.readString(product.data().resolve("log/gateway.log")));
    assertThat(port.find()).isTrue();
    URI url = URI.create("http://127.0.0.1:" + port.group(1) + "/metrics");
    return Client.HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
  }

  private static long gatewayPid() {
    return product.run().gateways().getFirst().process().pid();
  }
}
