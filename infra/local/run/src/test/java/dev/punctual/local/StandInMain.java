package dev.punctual.local;

import java.nio.file.Path;

/** The commands of {@code ./punctual}, with {@link StandIns} in place of gateway and functions. */
final class StandInMain {
  private StandInMain() {}

  public static void main(String[] words) {
    Path home = Path.of(System.getProperty("punctual.home"));
    System.exit(Main.run(new Commands(home, new StandIns(), System.out), words));
  }
}
