package dev.punctual.gateway.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebappIT {
  @Test
  void filesAreServedAndUnknownPathsAreThePage(@TempDir Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("dist/assets")).getParent();
    Files.writeString(folder.resolve("index.html"), "<p>page</p>");
    Files.writeString(folder.resolve("assets/app-1.js"), "run()");
    Files.writeString(root.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(folder.resolve("link.txt"), root.resolve("secret.txt"));
    try (RunningGateway gateway =
        RunningGateway.start(Map.of("PUNCTUAL_WEBAPP_DIR", folder.toString()))) {
      Caller anybody = gateway.stranger();

      Answer page = anybody.get("/");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.response().body()).isEqualTo("<p>page</p>");
      assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
      assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'self'", "img-src 'self' data:", "frame-ancestors 'none'");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(anybody.send("GET", "/", null, "If-None-Match", page.header("ETag")).status())
          .isEqualTo(304);

      assertThat(anybody.get("/tasks/today").response().body()).isEqualTo("<p>page</p>");
      Answer asset = anybody.get("/assets/app-1.js");
      assertThat(asset.response().body()).isEqualTo("run()");
      assertThat(asset.header("Cache-Control")).contains("immutable");

      assertThat(anybody.get("/assets/other.js").text("code")).isEqualTo("not-found");
      assertThat(anybody.get("/link.txt").status()).isEqualTo(404);
      assertThat(anybody.get("/%2e%2e/secret.txt").status()).isEqualTo(404);
      assertThat(anybody.get("/api/v2/tasks").text("code")).isEqualTo("not-found");
      assertThat(anybody.post("/tasks", "{}").status()).isEqualTo(404);
    }
  }
}
