package dev.punctual.gateway.insight;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.event.EventType;
import dev.punctual.gateway.relay.Leadership;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.Tallies;
import dev.punctual.store.Tallies.Metric;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers of the product, out of the rows that outlive every process. Rows are read at most
 * once in five seconds, however often it is asked. While the database is away there are no gauges,
 * and counters stay where they were: a gap is no reset.
 */
@Singleton
final class ProductMetrics implements MultiCollector {
  private static final Logger LOG = LoggerFactory.getLogger(ProductMetrics.class);
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final List<String> FUNCTIONS =
      Arrays.stream(ConsumerGroup.values()).map(InsightController::name).toList();
  private static final List<String> TYPES =
      Arrays.stream(EventType.values()).map(EventType::wireName).toList();

  private final Database database;
  private final KafkaLag lag;
  private final Leadership leadership;
  private final PrometheusMeterRegistry registry;
  private @Nullable RowNumbers rows;
  private List<Tallies.Tally> counted = List.of();
  private @Nullable Long askedAt;

  ProductMetrics(
      Database database, KafkaLag lag, Leadership leadership, PrometheusMeterRegistry registry) {
    this.database = database;
    this.lag = lag;
    this.leadership = leadership;
    this.registry = registry;
  }

  @EventListener
  void start(ServerStartupEvent event) {
    registry.getPrometheusRegistry().register(this);
  }

  @Override
  public synchronized MetricSnapshots collect() {
    Long last = askedAt;
    if (last == null || System.nanoTime() - last > KEPT.toNanos()) {
      rows = read();
      askedAt = System.nanoTime();
    }
    List<MetricSnapshot> metrics = new ArrayList<>();
    metrics.add(
        Snapshots.gauge(
            "punctual_relay_leading",
            "1: this gateway publishes the outbox",
            leadership.leading() ? 1 : 0));
    metrics.add(lag());
    RowNumbers now = rows;
    if (now != null) {
      addGauges(metrics, now);
    }
    addCounters(metrics);
    return new MetricSnapshots(metrics);
  }

  private @Nullable RowNumbers read() {
    try {
      // The count first: whoever asks moves it on.
      database.write(Tallies::advance);
      RowNumbers read = database.read(RowNumbers::read);
      counted = read.tallies();
      return read;
    } catch (DatabaseFault away) {
      LOG.debug("no rows: {}", away.getMessage());
      return null;
    }
  }

  private MetricSnapshot lag() {
    var gauge =
        Snapshots.gauges(
            "punctual_consumer_group_lag",
            "Records that wait for a consumer group, as KEDA counts them; absent: Kafka is away");
    lag.byGroup()
        .forEach(
            (group, waiting) ->
                gauge.dataPoint(
                    Snapshots.point(
                        Labels.of("group", group.wireName(), "topic", group.topic().wireName()),
                        waiting)));
    return gauge.build();
  }

  private static void addGauges(List<MetricSnapshot> metrics, RowNumbers now) {
    metrics.add(
        Snapshots.gauge(
            "punctual_outbox_waiting",
            "Events that are saved and not published yet",
            now.outbox().events()));
    metrics.add(
        Snapshots.gauge(
            "punctual_outbox_age_seconds",
            "Age of the oldest event that waits; 0: none does",
            now.outbox().oldestSeconds()));
    metrics.add(
        Snapshots.gauge(
            "punctual_timers_due",
            "Timers whose moment has come and that nobody has claimed",
            now.timers().due()));
    metrics.add(
        Snapshots.gauge(
            "punctual_timers_overdue", "Those due for over 10 seconds", now.timers().overdue()));
    var running =
        Snapshots.gauges("punctual_function_running", "Processes seen in the last 15 seconds");
    for (String function : FUNCTIONS) {
      running.dataPoint(
          Snapshots.point(
              Labels.of("function", function), now.running().getOrDefault(function, 0)));
    }
    metrics.add(running.build());
    var letters =
        Snapshots.gauges("punctual_dead_letters_waiting", "Records set aside and not sent again");
    for (ConsumerGroup group : ConsumerGroup.values()) {
      letters.dataPoint(
          Snapshots.point(
              Labels.of("group", group.wireName()),
              now.deadLetters().getOrDefault(group.wireName(), 0L)));
    }
    metrics.add(letters.build());
  }

  private void addCounters(List<MetricSnapshot> metrics) {
    if (counted.isEmpty() && rows == null) {
      return;
    }
    metrics.add(
        Snapshots.counter(
            "punctual_events_published", "Events published", "type", TYPES, of(Metric.PUBLISHED)));
    metrics.add(
        Snapshots.counter(
            "punctual_function_handled",
            "Events whose effects were committed",
            "function",
            FUNCTIONS,
            of(Metric.HANDLED)));
    metrics.add(
        Snapshots.counter(
            "punctual_function_dead_lettered",
            "Records set aside",
            "function",
            FUNCTIONS,
            of(Metric.DEAD_LETTERED)));
    metrics.add(
        Snapshots.counter(
            "punctual_deliveries",
            "Notifications that channels have done with",
            "outcome",
            List.of("sent", "failed", "cancelled"),
            of(Metric.DELIVERIES)));
    metrics.add(
        Snapshots.histogram(
            "punctual_function_cold_start_seconds",
            "From the start of a process to its first commit",
            "function",
            FUNCTIONS,
            Metric.COLD_START.bounds(),
            of(Metric.COLD_START)));
    metrics.add(
        Snapshots.histogram(
            "punctual_reminder_lateness_seconds",
            "From when a reminder was to fire until it was handled",
            "outcome",
            List.of("delivered", "missed", "suppressed"),
            Metric.LATENESS.bounds(),
            of(Metric.LATENESS)));
  }

  private Map<String, List<Tallies.Tally>> of(Metric metric) {
    return Snapshots.byLabel(counted.stream().filter(tally -> tally.metric() == metric).toList());
  }
}
