package dev.punctual.gateway.insight;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.insight.Insight.Backlog;
import dev.punctual.gateway.insight.Insight.FunctionState;
import dev.punctual.store.Database;
import dev.punctual.store.FunctionRuns;
import dev.punctual.store.FunctionRuns.Summary;
import dev.punctual.store.Outbox;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the machinery is doing: numbers only, nothing of anybody's. */
@Controller("/api/v1/insight")
final class InsightController {
  /** A process that has not been seen for longer than this does not run any more. */
  private static final Duration ALIVE = Duration.ofSeconds(15);

  private final Database database;
  private final KafkaLag lag;

  InsightController(Database database, KafkaLag lag) {
    this.database = database;
    this.lag = lag;
  }

  /** Tells how functions and outbox are doing. */
  @Get
  Insight get(Person person) {
    Map<ConsumerGroup, Long> waiting = lag.byGroup();
    return database.read(
        connection -> {
          Map<String, Summary> runs =
              FunctionRuns.summaries(connection, ALIVE).stream()
                  .collect(Collectors.toMap(Summary::function, Function.identity()));
          List<FunctionState> functions =
              Arrays.stream(ConsumerGroup.values())
                  .map(group -> state(group, runs.get(name(group)), waiting.get(group)))
                  .toList();
          Outbox.Waiting outbox = Outbox.waiting(connection);
          return new Insight(functions, new Backlog(outbox.events(), outbox.oldestSeconds()));
        });
  }

  /** A group is called {@code <function>-<domain>-v1} (DESIGN §2). */
  static String name(ConsumerGroup group) {
    return group.wireName().substring(0, group.wireName().indexOf('-'));
  }

  private static FunctionState state(
      ConsumerGroup group, @Nullable Summary runs, @Nullable Long lag) {
    if (runs == null) {
      return new FunctionState(name(group), 0, lag, null, null, null, 0, 0);
    }
    Duration coldStart = runs.coldStart();
    return new FunctionState(
        runs.function(),
        runs.running(),
        lag,
        runs.lastStartedAt(),
        runs.lastStoppedAt(),
        coldStart == null ? null : coldStart.toString(),
        runs.handled(),
        runs.deadLettered());
  }
}
