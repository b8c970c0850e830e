package dev.punctual.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.local.servers.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * kubectl or helm on the current cluster.
 *
 * @param name of the program, which is on the PATH
 * @param namespace where everything is that it is asked for
 */
public record ClusterProgram(String name, String namespace) {
  /** Above every --timeout that it is given. */
  private static final int PATIENCE_MINUTES = 15;

  public static ClusterProgram kubectl(String namespace) {
    return new ClusterProgram("kubectl", namespace);
  }

  public static ClusterProgram helm(String namespace) {
    return new ClusterProgram("helm", namespace);
  }

  /** How a command ended. */
  public record Said(int status, String out, String err) {
    public boolean well() {
      return status == 0;
    }
  }

  /**
   * What a command printed.
   *
   * @throws Failed with its own words when it does not end with status 0
   */
  public String run(String... words) {
    return expect(attempt("", words), words);
  }

  /** As {@link #run}, with something to read. */
  public String feed(String input, String... words) {
    return expect(attempt(input, words), words);
  }

  /** Runs a command to its end, whatever that is. */
  public Said attempt(String input, String... words) {
    try {
      Path folder = Files.createTempDirectory("punctual");
      try {
        return said(folder, input, words);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new Failed(name + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw Failed.interrupted();
    }
  }

  /** A command that goes on printing; ended by {@link Process#destroy}. */
  public Process start(String... words) throws IOException {
    return builder(words).redirectErrorStream(true).start();
  }

  private Said said(Path folder, String input, String... words)
      throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        builder(words)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new Failed(command(words) + " does not end.");
      }
      return new Said(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      process.destroy();
    }
  }

  private String expect(Said said, String... words) {
    if (!said.well()) {
      throw new Failed(command(words) + " failed: " + said.err().strip());
    }
    return said.out().strip();
  }

  private String command(String... words) {
    return name + " " + String.join(" ", words);
  }

  private ProcessBuilder builder(String... words) {
    List<String> command = new ArrayList<>(List.of(name, "--namespace", namespace));
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }
}
