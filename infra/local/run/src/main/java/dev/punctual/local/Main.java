package dev.punctual.local;

import dev.punctual.local.backup.BackupException;
import dev.punctual.local.servers.ServerException;
import java.nio.file.Path;
import java.util.List;

/** The commands of {@code ./punctual} that need Java. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    // The launcher says where the repository is and where the person stands.
    Path home = Path.of(System.getProperty("punctual.home", ".")).toAbsolutePath().normalize();
    Programs programs = new BuiltPrograms(home, System.out::println);
    System.exit(run(new Commands(home, programs, System.out), words));
  }

  /** The status to end with; what stands in the way is told in a sentence. */
  static int run(Commands commands, String[] words) {
    Path caller = Path.of(System.getProperty("punctual.caller", ".")).toAbsolutePath();
    try {
      return commands.run(caller, Arguments.parse(caller, List.of(words)));
    } catch (Refusal | BackupException | ServerException e) {
      System.err.println("punctual: " + e.getMessage());
      return 1;
    }
  }
}
