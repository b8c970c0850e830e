package dev.punctual.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command line, read and refused in one place.
 *
 * @param rest what stands after the command and is no flag: a file, or a gateway's command
 */
record Arguments(
    String command, Path data, String host, int port, boolean fresh, List<String> rest) {
  static final String USAGE =
      """
      up [--data DIR] [--port N] [--host H] [--fresh]
                                start everything; data in ./.punctual, the gateway on port 8080 of
                                this machine only; --fresh deletes what is in DIR first
      doctor [--data DIR] [--port N] [--host H]
                                check what up needs, without starting anything
      backup FILE [--data DIR]  write all data to FILE, also while up runs
      restore FILE [--data DIR] put FILE in the place of all data, also while up runs
      gateway COMMAND... [--data DIR]
                                a command of the gateway: migrate, dead-letters list, ...
      """;

  Arguments {
    rest = List.copyOf(rest);
  }

  /**
   * @param caller the folder that relative paths start from
   */
  static Arguments parse(Path caller, List<String> words) {
    if (words.isEmpty()) {
      throw refusal("A command is missing.");
    }
    String command = words.getFirst();
    @Nullable String data = null;
    @Nullable String host = null;
    @Nullable String port = null;
    boolean fresh = false;
    List<String> rest = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--data" -> data = value(words, ++i, word);
        case "--host" -> host = value(words, ++i, word);
        case "--port" -> port = value(words, ++i, word);
        case "--fresh" -> fresh = true;
        default -> {
          if (word.startsWith("-") && !command.equals("gateway")) {
            throw refusal("There is no flag " + word + ".");
          }
          rest.add(word);
        }
      }
    }
    if (fresh && !command.equals("up")
        || (host != null || port != null) && !List.of("up", "doctor").contains(command)) {
      throw refusal("./punctual " + command + " has no flag --fresh, --host or --port.");
    }
    Arguments all =
        new Arguments(
            command,
            caller.resolve(data == null ? ".punctual" : data).normalize(),
            host == null ? "127.0.0.1" : host,
            port == null ? 8080 : number(port),
            fresh,
            rest);
    all.checkRest();
    return all;
  }

  private void checkRest() {
    switch (command) {
      case "up", "doctor" -> {
        if (!rest.isEmpty()) {
          throw refusal("./punctual " + command + " takes no " + rest.getFirst() + ".");
        }
      }
      case "backup", "restore" -> {
        if (rest.size() != 1) {
          throw refusal("./punctual " + command + " takes exactly one FILE.");
        }
      }
      case "gateway" -> {
        if (rest.isEmpty()) {
          throw refusal("./punctual gateway takes a command of the gateway.");
        }
      }
      default -> throw refusal("There is no command " + command + ".");
    }
  }

  private static String value(List<String> words, int index, String flag) {
    if (index >= words.size() || words.get(index).isBlank()) {
      throw refusal(flag + " needs a value.");
    }
    return words.get(index);
  }

  private static int number(String port) {
    if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535) {
      return Integer.parseInt(port);
    }
    throw refusal("--port " + port + " is not within 0..65535.");
  }

  private static Refusal refusal(String sentence) {
    return new Refusal(sentence + " Usage of ./punctual:\n" + USAGE.stripTrailing());
  }
}
