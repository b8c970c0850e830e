package dev.punctual.local.program;

import dev.punctual.local.servers.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * A Java of only those modules that a program uses, made by jlink from the JDK that runs this. What
 * is not there is not started: with {@code jdk.management}, Kafka's client has the JVM write a
 * manual of every diagnostic command before the first record, for 40 ms.
 *
 * @param home what JAVA_HOME would be
 */
record JavaRuntime(Path home, List<String> modules) {
  JavaRuntime {
    modules = List.copyOf(modules);
  }

  /** Whether it is there and of the same JDK as this process. */
  boolean isCurrent() {
    try {
      return Files.exists(made()) && Files.readString(made()).equals(recipe());
    } catch (IOException e) {
      return false;
    }
  }

  /** The one to start with: this when it is current, else the JDK itself. */
  Path orJdk() {
    return isCurrent() ? home : jdk();
  }

  /** Makes it, unless it is current. */
  void make() throws IOException {
    if (isCurrent()) {
      return;
    }
    Folders.delete(home);
    Files.createDirectories(home.toAbsolutePath().getParent());
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IOException("this Java has no jlink: a JDK is needed"));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int status =
        jlink.run(
            out,
            out,
            "--add-modules",
            String.join(",", modules),
            "--no-header-files",
            "--no-man-pages",
            "--output",
            home.toString());
    if (status != 0) {
      throw new IOException("jlink failed: " + said.toString().strip());
    }
    Files.writeString(made(), recipe());
  }

  private Path made() {
    return home.resolve("made-of");
  }

  private String recipe() {
    return Runtime.version() + " " + jdk() + " " + String.join(",", modules) + "\n";
  }

  private static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }
}
