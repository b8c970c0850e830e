package dev.punctual.local.train;

import dev.punctual.local.Refusal;
import dev.punctual.local.servers.ServerException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./punctual train [--missing]}. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    Path home = Path.of(System.getProperty("punctual.home", ".")).toAbsolutePath().normalize();
    System.exit(run(home, List.of(words)));
  }

  private static int run(Path home, List<String> words) {
    if (!words.isEmpty() && !words.equals(List.of("--missing"))) {
      System.err.println("punctual: train takes --missing or nothing.");
      return 1;
    }
    try {
      Training training = Training.of(home, System.out::println);
      if (words.isEmpty()) {
        training.run();
      } else {
        training.runWhereMissing();
      }
      return 0;
    } catch (Refusal | ServerException | TrainingFailed e) {
      System.err.println("punctual: no AOT caches: " + e.getMessage());
      return 1;
    }
  }
}
