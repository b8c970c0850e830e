package dev.punctual.loadtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * kubectl on the current cluster.
 *
 * @param namespace where Punctual is installed
 */
record Kubectl(String namespace) {
  private static final int PATIENCE_SECONDS = 30;

  /** What a command printed. */
  String run(String... words) {
    try {
      Process process = start(words);
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new Failed("kubectl " + String.join(" ", words) + " does not end.");
      }
      if (process.exitValue() != 0) {
        throw new Failed("kubectl " + String.join(" ", words) + " failed: " + out.strip());
      }
      return out.strip();
    } catch (IOException e) {
      throw new Failed("kubectl cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw Failed.interrupted();
    }
  }

  /** A command that goes on printing; ended by {@link Process#destroy}. */
  Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("kubectl", "--namespace", namespace));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
