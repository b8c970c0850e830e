package dev.punctual.gateway;

import dev.punctual.gateway.config.DatabaseConfig;
import dev.punctual.gateway.config.Environment;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.Database;
import dev.punctual.store.DeadLetter;
import dev.punctual.store.DeadLetters;
import dev.punctual.store.DeadLetters.Kept;
import dev.punctual.store.DeadLetters.Replay;
import dev.punctual.store.Outbox;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Shows the records that could not be handled, and sends them again. */
final class DeadLetterCommand {
  private static final int MAX_SHOWN = 1_000;

  private final Database database;
  private final PrintStream out;

  DeadLetterCommand(Environment environment, PrintStream out) {
    this.database =
        new Database(
            new SecretDataSource(
                DatabaseConfig.of(environment), Secrets.of(environment.variables())));
    this.out = out;
  }

  /** The status to exit with. */
  int run(List<String> arguments) {
    if (arguments.equals(List.of("list"))) {
      waiting().forEach(letter -> out.println(line(letter)));
      return 0;
    }
    if (arguments.size() > 1 && arguments.getFirst().equals("replay")) {
      return replay(ids(arguments.subList(1, arguments.size())));
    }
    return Main.usage();
  }

  private int replay(List<Long> ids) {
    int status = 0;
    for (long id : ids) {
      switch (replay(id)) {
        case Replay.Sent sent ->
            out.println(id + " sent again: " + sent.envelope().type().wireName());
        case Replay.Refused refused -> {
          out.println(id + " not sent: " + refused.reason());
          status = 1;
        }
      }
    }
    return status;
  }

  private Replay replay(long id) {
    return database.transaction(
        connection -> {
          Replay replay = DeadLetters.replay(connection, id);
          Outbox.announce(connection);
          return replay;
        });
  }

  private List<Long> ids(List<String> words) {
    if (words.equals(List.of("all"))) {
      // The oldest first, as they came.
      return waiting().reversed().stream().map(Kept::id).toList();
    }
    List<Long> ids = new ArrayList<>();
    for (String word : words) {
      try {
        ids.add(Long.valueOf(word));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("a dead letter's id is a number, not " + word, e);
      }
    }
    return ids;
  }

  private List<Kept> waiting() {
    return database.read(connection -> DeadLetters.waiting(connection, MAX_SHOWN));
  }

  private static String line(Kept kept) {
    DeadLetter letter = kept.letter();
    return "%d  %s  %s  %s/%d/%d  %s: %s"
        .formatted(
            kept.id(),
            kept.at(),
            letter.consumer(),
            letter.topic(),
            letter.partition(),
            letter.offset(),
            letter.code(),
            letter.message().lines().findFirst().orElse(""));
  }
}
