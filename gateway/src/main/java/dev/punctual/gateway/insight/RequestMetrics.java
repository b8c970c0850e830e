package dev.punctual.gateway.insight;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Requests as a histogram by method, route template and status. What matches no route is counted as
 * one, so that no label holds what somebody typed.
 */
@Factory
final class RequestMetrics {
  private static final String REQUESTS = "http.server.requests";

  private static final double[] BOUNDS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  @Bean
  @Singleton
  MeterFilter requests() {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return id.getName().equals(REQUESTS)
            ? id.replaceTags(
                id.getTags().stream()
                    .filter(tag -> !tag.getKey().equals("exception"))
                    .map(tag -> tag.getKey().equals("uri") ? Tag.of("route", tag.getValue()) : tag)
                    .toList())
            : id;
      }

      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BOUNDS)
                .build()
                .merge(config)
            : config;
      }
    };
  }
}
