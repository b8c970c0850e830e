package dev.punctual.runtime.aot;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cache of classes that this process was started with. A JDK before 25.0.4 does not look
 * whether it was made from the jars that lie there now (JDK-8377932): the classes of the old jars
 * would run, in silence. So this looks, as later ones do, at name, size and time of each.
 */
public final class AotCache {
  /** The system property that holds the {@link #stamp} of the jars that the cache was made from. */
  public static final String STAMP = "punctual.aot.stamp";

  /** Set for the process that was started again, so that it does not look again. */
  private static final String REFUSED = "PUNCTUAL_AOT_REFUSED";

  private AotCache() {}

  /**
   * Returns when the cache is that of the jars, or when there is none. Otherwise says so, starts
   * the same program again without it and ends with that one's status.
   */
  public static void check() {
    String expected = System.getProperty(STAMP);
    if (expected == null || System.getenv(REFUSED) != null) {
      return;
    }
    String actual = stamp(System.getProperty("java.class.path", ""));
    if (!actual.equals(expected)) {
      System.err.println(
          "The AOT cache is refused: it was made from jars "
              + expected
              + ", here are "
              + actual
              + ". Starting without it.");
      System.exit(startAgain());
    }
  }

  /** Name, size and time of each jar of a class path, as one number. */
  public static String stamp(String classPath) {
    long sum = 0;
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      File jar = new File(entry);
      sum = 31 * sum + jar.getName().hashCode();
      sum = 31 * sum + jar.length();
      sum = 31 * sum + jar.lastModified() / 1_000;
    }
    return Long.toHexString(sum);
  }

  private static int startAgain() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command());
      builder.redirectInput(Redirect.INHERIT);
      builder.redirectOutput(Redirect.INHERIT);
      builder.redirectError(Redirect.INHERIT);
      builder.environment().put(REFUSED, "true");
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "pass-on-the-end"));
      return process.waitFor();
    } catch (IOException e) {
      System.err.println("It cannot be started without its AOT cache: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** How this process was started, but without a cache. */
  private static List<String> command() throws IOException {
    String[] words = Files.readString(Path.of("/proc/self/cmdline")).split("\0");
    List<String> command = new ArrayList<>(List.of(words));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(1, "-XX:AOTMode=off");
    return command;
  }

  private static void end(Process process) {
    process.destroy();
    try {
      int unused = process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
