package dev.punctual.runtime.health;

import dev.punctual.runtime.Counts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The counts in the form that Prometheus reads. The registry is made when somebody first asks. */
final class FunctionMetrics {
  private final Counts counts;
  private @Nullable PrometheusMeterRegistry registry;

  FunctionMetrics(Counts counts) {
    this.counts = counts;
  }

  synchronized String scrape() {
    PrometheusMeterRegistry made = registry;
    if (made == null) {
      made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      count(
          made, "punctual.events.handled", Counts::handled, "events whose effects were committed");
      count(made, "punctual.events.duplicates", Counts::duplicates, "events delivered again");
      count(made, "punctual.events.skipped", Counts::skipped, "events of other types");
      count(made, "punctual.events.dead.lettered", Counts::deadLettered, "records set aside");
      count(made, "punctual.batches.rested", Counts::rests, "waits for the environment");
      registry = made;
    }
    return made.scrape();
  }

  private void count(
      PrometheusMeterRegistry to, String name, ToDoubleFunction<Counts> value, String what) {
    FunctionCounter.builder(name, counts, value).description(what).register(to);
  }
}
