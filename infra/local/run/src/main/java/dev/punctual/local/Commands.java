package dev.punctual.local;

import dev.punctual.local.backup.Backup;
import dev.punctual.local.backup.Database;
import dev.punctual.local.backup.PublishedPositions;
import dev.punctual.local.backup.Restore;
import dev.punctual.local.backup.Schema;
import dev.punctual.local.servers.EmbeddedPostgres;
import dev.punctual.runtime.kafka.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What each command does; returns the status that the process ends with. */
final class Commands {
  private final Path home;
  private final Programs programs;
  private final PrintStream out;

  Commands(Path home, Programs programs, PrintStream out) {
    this.home = home;
    this.programs = programs;
    this.out = out;
  }

  int run(Path caller, Arguments arguments) {
    return switch (arguments.command()) {
      case "up" -> up(arguments);
      case "doctor" -> new Doctor(home, programs, arguments).run(out);
      case "backup" -> backup(arguments, file(caller, arguments));
      case "restore" -> restore(arguments, file(caller, arguments));
      case "gateway" -> gateway(arguments);
      default -> throw new IllegalArgumentException(arguments.command());
    };
  }

  static String tell(Restore.Summary done) {
    return "Restored "
        + done.rows()
        + " rows of "
        + done.createdAt().truncatedTo(ChronoUnit.SECONDS)
        + "; events continue above position "
        + done.position()
        + ".";
  }

  private int up(Arguments arguments) {
    RunSettings settings =
        RunSettings.of(home, arguments.data(), this::step)
            .withPrograms(programs)
            .withAddress(arguments.host(), arguments.port())
            .withFresh(arguments.fresh());
    EmbeddedRun run = EmbeddedRun.start(settings);
    out.println("Punctual runs. Sign in: " + run.signInLink());
    out.println(
        "Stop it with Ctrl-C or kill " + ProcessHandle.current().pid() + "; what is stored stays.");
    waitForTheEnd();
    return 0;
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void step(String line) {
    LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    out.println(now.format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME) + " " + line);
  }

  private int backup(Arguments arguments, Path file) {
    DataFolder seen = existing(arguments);
    Backup.Summary done;
    if (seen.isInUse()) {
      done = Backup.write(runningDatabase(seen), file);
    } else {
      try (DataFolder held = DataFolder.lock(arguments.data(), "backup");
          EmbeddedPostgres postgres = Servers.postgres(held, true)) {
        done = Backup.write(Servers.database(held, postgres.port()), file);
      }
    }
    out.println(
        "Backed up "
            + done.rows()
            + " rows of "
            + done.tables()
            + " tables to "
            + done.file()
            + " ("
            + Math.ceilDiv(done.bytes(), 1024)
            + " KB).");
    return 0;
  }

  private int restore(Arguments arguments, Path file) {
    DataFolder seen = DataFolder.look(arguments.data());
    if (seen.isInUse()) {
      out.println(ControlSocket.askToRestore(seen.run(), file));
      return 0;
    }
    try (DataFolder held = DataFolder.lock(arguments.data(), "restore");
        Servers servers = Servers.start(held, true)) {
      Restore restore = new Restore(servers.database(), Schema.PRODUCT);
      long published =
          PublishedPositions.highest(servers.kafka().bootstrapServers(), Topics.names());
      out.println(tell(restore.restore(file, published)));
      return 0;
    } catch (IOException e) {
      throw new Refusal("The data folder " + seen.path() + " cannot be used: " + e + ".", e);
    }
  }

  private int gateway(Arguments arguments) {
    DataFolder seen = DataFolder.look(arguments.data());
    try {
      if (seen.isInUse()) {
        String kafka = "127.0.0.1:" + Files.readString(seen.kafka().resolve("port")).strip();
        return gateway(arguments, Servers.environment(seen, runningPort(seen), kafka));
      }
      try (DataFolder held = DataFolder.lock(arguments.data(), "gateway");
          Servers servers = Servers.start(held, true)) {
        return gateway(arguments, servers.environment());
      }
    } catch (IOException e) {
      throw new Refusal("The gateway's command cannot be run: " + e + ".", e);
    }
  }

  private int gateway(Arguments arguments, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(programs.gateway(arguments.rest())).inheritIO();
    builder.environment().putAll(environment);
    builder.environment().put("PUNCTUAL_MANAGEMENT_PORT", "0");
    Process process = builder.start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static Path file(Path caller, Arguments arguments) {
    return caller.resolve(arguments.rest().getFirst()).normalize();
  }

  private static DataFolder existing(Arguments arguments) {
    DataFolder folder = DataFolder.look(arguments.data());
    if (!folder.isComplete()) {
      throw new Refusal("There is no data in " + folder.path() + ": name its folder with --data.");
    }
    return folder;
  }

  private static Database runningDatabase(DataFolder folder) {
    return Servers.database(folder, runningPort(folder));
  }

  private static int runningPort(DataFolder folder) {
    return EmbeddedPostgres.runningPort(folder.postgres())
        .orElseThrow(
            () ->
                new Refusal(
                    "./punctual "
                        + folder.owner()
                        + " is starting or stopping on "
                        + folder.path()
                        + ": try again in a moment."));
  }
}
