package dev.punctual.gateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.RunningGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * The gateway does what its document says, whatever is sent: asked by Schemathesis
 * (schemathesis.io), whose program {@code SCHEMATHESIS} names. {@code ./punctual test --all}
 * installs it.
 */
@Tag("long")
class SchemathesisIT {
  private static final Duration TIME =
      Duration.ofSeconds(Long.getLong("punctual.schemathesis.seconds", 600));

  /** They end the session that all else is asked with, or never end themselves. */
  private static final List<String> LEFT_OUT =
      List.of("^/api/v1/session$", "^/api/v1/me/sessions", "^/api/v1/events$");

  @TempDir private Path folder;

  @Test
  void nothingIsAnsweredThatTheDocumentDoesNotSay() throws Exception {
    String program = System.getenv("SCHEMATHESIS");
    assumeThat(program).as("SCHEMATHESIS names the program st").isNotNull();
    Map<String, String> unbounded =
        Map.of(
            "PUNCTUAL_REQUESTS_PER_MINUTE",
            "0",
            "PUNCTUAL_SIGN_INS_PER_MINUTE",
            "0",
            "PUNCTUAL_SIGN_UP",
            "open");
    try (RunningGateway gateway = RunningGateway.start(unbounded)) {
      Caller person = signedUp(gateway);
      Path document = strict(person.get("/api/v1/openapi.yaml").response().body());
      ProcessBuilder command =
          new ProcessBuilder(
              program,
              "run",
              document.toString(),
              "--url=" + gateway.url(),
              "--header=Cookie: " + person.cookie(),
              "--checks=not_a_server_error,status_code_conformance,content_type_conformance,"
                  + "response_schema_conformance",
              "--exclude-path-regex=" + String.join("|", LEFT_OUT),
              "--max-time=" + TIME.toSeconds(),
              "--request-timeout=60",
              "--continue-on-failure",
              "--generation-with-security-parameters=false",
              "--generation-database=none",
              "--suppress-health-check=all",
              "--warnings=off",
              "--no-color");
      command.directory(folder.toFile());
      Path said = Path.of("target", "schemathesis.txt").toAbsolutePath();
      command.redirectErrorStream(true).redirectOutput(said.toFile());
      Process running = command.start();
      try {
        assertThat(running.waitFor(TIME.toSeconds() + 600, TimeUnit.SECONDS)).isTrue();
      } finally {
        running.destroyForcibly();
      }
      assertThat(running.exitValue()).as(Files.readString(said)).isZero();
      // It was let in all the time, and has written; what it made it may have deleted again.
      assertThat(person.get("/api/v1/me").status()).isEqualTo(200);
      assertThat(gateway.database().count("SELECT count(*) FROM change")).isPositive();
    }
  }

  /** With a password, which nobody guesses: without it the account is not deleted. */
  private static Caller signedUp(RunningGateway gateway) {
    String made =
        gateway
            .stranger()
            .post("/api/v1/accounts", "{\"name\":\"Ada\",\"password\":\"correct horse battery\"}")
            .header("Set-Cookie");
    return new Caller(gateway.url(), null, made.substring(0, made.indexOf(';')));
  }

  /** Without "default", by which every status would be right. */
  private Path strict(String document) throws IOException {
    Map<String, Object> tree = Tree.object(new Yaml().load(document));
    Tree.object(tree, "paths")
        .values()
        .forEach(
            path ->
                Tree.object(path)
                    .values()
                    .forEach(operation -> Tree.object(operation, "responses").remove("default")));
    Path file = folder.resolve("openapi.json");
    Files.write(file, Json.write(tree).getBytes(UTF_8));
    return file;
  }
}
