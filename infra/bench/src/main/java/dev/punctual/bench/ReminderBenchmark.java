package dev.punctual.bench;

import dev.punctual.contracts.event.EventType;
import dev.punctual.local.process.ManagedProcess;
import dev.punctual.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * From the second at which a reminder is due to its notification on the person's open stream, with
 * the function at zero and with it warm, and where the time goes.
 */
final class ReminderBenchmark implements Benchmark {
  private static final String FUNCTION = "notification";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> STAGES =
      List.of(
          "due -> claimed",
          "-> published to the function's topic",
          "-> its process is started",
          "-> handling begins",
          "-> committed",
          "-> on the stream");

  @Override
  public String name() {
    return "reminder";
  }

  @Override
  public String about() {
    return "a reminder is due -> it is on the person's stream, from zero and warm";
  }

  @Override
  public void run(Setting setting) {
    int rounds = setting.quick() ? 5 : 20;
    try (FreshRun run = FreshRun.start(setting.home(), all -> all)) {
      Rounds all = new Rounds(run);
      all.fromZero(); // So that the gateway has answered the same requests once.
      Stages cold = new Stages();
      for (int round = 0; round < rounds; round++) {
        cold.add(all.fromZero());
      }
      Stages warm = new Stages();
      for (int round = 0; round < rounds; round++) {
        warm.add(all.warm());
      }
      all.close();
      setting.say(
          new Table(rounds + " rounds each", "p50", "p95", "goal")
              .row("from zero", cold.whole(50), cold.whole(95), "p95 <= 1,000 ms")
              .row("warm", warm.whole(50), warm.whole(95))
              .row("function_run: process start -> first commit", firstCommit(run)));
      Table stages = new Table("where it goes, p50", "from zero", "warm");
      for (int stage = 0; stage < STAGES.size(); stage++) {
        stages.row(STAGES.get(stage), cold.middle(stage), warm.middle(stage));
      }
      setting.say(stages);
    }
  }

  private static String firstCommit(FreshRun run) {
    return Figures.millis(
        Duration.ofMillis(
            run.number(
                "SELECT round(1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM"
                    + " first_commit_at - started_at)))::bigint AS n FROM function_run"
                    + " WHERE function = ?",
                FUNCTION)));
  }

  /**
   * When what happened in one round.
   *
   * @param started the process; null: it ran already
   */
  private record Round(
      Instant due,
      Instant claimed,
      Instant published,
      @Nullable Instant started,
      Instant handling,
      Instant committed,
      Instant told) {

    /** The ends of the stages, in their order. */
    List<Instant> ends() {
      return List.of(
          claimed, published, started == null ? published : started, handling, committed, told);
    }
  }

  private static final class Rounds {
    private final FreshRun run;
    private final Person person;
    private final BlockingQueue<EventStream.Told> told = new LinkedBlockingQueue<>();
    private final EventStream stream;

    Rounds(FreshRun run) {
      this.run = run;
      this.person = run.api().signIn(run.embedded().signInLink());
      this.stream =
          run.api().stream(
              person,
              event -> {
                if (event.type().equals(EventType.NOTIFICATION_CREATED.wireName())) {
                  told.add(event);
                }
              });
    }

    void close() {
      stream.close();
    }

    Round fromZero() {
      run.stopFunctions();
      Broken.unless(run.embedded().functions().isEmpty(), "a function does not stop");
      return round(true);
    }

    Round warm() {
      Broken.unless(run.replicas(FUNCTION) == 1, "the function has gone to zero meanwhile");
      return round(false);
    }

    private Round round(boolean fromZero) {
      Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
      String task = run.api().create(person, "tasks", Map.of("title", "Call the dentist"));
      String reminder =
          run.api().create(person, "reminders", Map.of("taskId", task, "at", due.toString()));
      Instant arrived = next(reminder);
      List<ManagedProcess> processes = run.embedded().functions();
      Broken.unless(processes.size() == 1, "%d processes for one reminder", processes.size());
      Instant started = fromZero ? processes.getFirst().startedAt() : null;
      return times(UUID.fromString(reminder), due, started, arrived);
    }

    private Instant next(String reminder) {
      try {
        EventStream.Told event = told.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        Broken.unless(event != null, "a reminder was not told within %s", PATIENCE);
        assert event != null;
        Broken.unless(event.data().contains(reminder), "told of another one: %s", event.data());
        Broken.unless(told.isEmpty(), "told twice: %s", event.data());
        return event.at();
      } catch (InterruptedException e) {
        throw Wait.interrupted();
      }
    }

    private Round times(UUID reminder, Instant due, @Nullable Instant started, Instant told) {
      return run.database()
          .read(
              connection ->
                  Sql.one(
                      connection,
                      """
                      SELECT o.time, o.published_at, p.processed_at, r.seen_at
                      FROM outbox o JOIN processed_event p ON p.event_id = o.id,
                        (SELECT seen_at FROM function_run ORDER BY started_at DESC LIMIT 1) AS r
                      WHERE o.type = 'reminder.due' AND o.subject = ?
                      """,
                      row ->
                          new Round(
                              due,
                              row.instant("time"),
                              row.instant("published_at"),
                              started,
                              row.instant("processed_at"),
                              row.instant("seen_at"),
                              told),
                      reminder))
          .orElseThrow(() -> new Broken("the reminder was not handled once"));
    }
  }

  /** The stages of rounds, each from the end of the one before. */
  private static final class Stages {
    private final Figures whole = new Figures();
    private final List<Figures> each = STAGES.stream().map(name -> new Figures()).toList();

    void add(Round round) {
      whole.add(Duration.between(round.due(), round.told()));
      List<Instant> ends = round.ends();
      Instant begin = round.due();
      for (int stage = 0; stage < ends.size(); stage++) {
        each.get(stage).add(Duration.between(begin, ends.get(stage)));
        begin = ends.get(stage);
      }
    }

    String whole(int percent) {
      return Figures.millis(whole.percentile(percent));
    }

    String middle(int stage) {
      return Figures.millis(each.get(stage).percentile(50));
    }
  }
}
