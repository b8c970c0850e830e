package dev.punctual.gateway.insight;

import dev.punctual.store.Tallies.Tally;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Numbers in the form that Prometheus reads. A label that is known is there from the beginning,
 * with 0: a counter that appears with its first event hides that event from every rate.
 */
final class Snapshots {
  private Snapshots() {}

  static GaugeSnapshot gauge(String name, String help, double value) {
    return gauges(name, help).dataPoint(point(Labels.EMPTY, value)).build();
  }

  static GaugeSnapshot.Builder gauges(String name, String help) {
    return GaugeSnapshot.builder().name(name).help(help);
  }

  static GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }

  /** A counter; Prometheus adds {@code _total} to its name. */
  static CounterSnapshot counter(
      String name,
      String help,
      String label,
      List<String> known,
      Map<String, List<Tally>> tallies) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    for (String value : values(known, tallies)) {
      counter.dataPoint(
          CounterDataPointSnapshot.builder()
              .labels(Labels.of(label, value))
              .value(tallies.getOrDefault(value, List.of()).stream().mapToLong(Tally::count).sum())
              .build());
    }
    return counter.build();
  }

  static HistogramSnapshot histogram(
      String name,
      String help,
      String label,
      List<String> known,
      List<Double> bounds,
      Map<String, List<Tally>> tallies) {
    HistogramSnapshot.Builder histogram = HistogramSnapshot.builder().name(name).help(help);
    for (String value : values(known, tallies)) {
      List<Tally> found = tallies.getOrDefault(value, List.of());
      histogram.dataPoint(
          HistogramDataPointSnapshot.builder()
              .labels(Labels.of(label, value))
              .classicHistogramBuckets(buckets(bounds, found))
              .sum(found.stream().mapToDouble(Tally::seconds).sum())
              .build());
    }
    return histogram.build();
  }

  static Map<String, List<Tally>> byLabel(List<Tally> tallies) {
    return tallies.stream().collect(Collectors.groupingBy(Tally::label));
  }

  /** A bucket of an earlier version counts in the next one above it. */
  private static ClassicHistogramBuckets buckets(List<Double> bounds, List<Tally> tallies) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    double below = Double.NEGATIVE_INFINITY;
    for (double bound : bounds) {
      buckets.bucket(bound, count(tallies, below, bound));
      below = bound;
    }
    return buckets
        .bucket(Double.POSITIVE_INFINITY, count(tallies, below, Double.POSITIVE_INFINITY))
        .build();
  }

  private static long count(List<Tally> tallies, double above, double upTo) {
    return tallies.stream()
        .filter(tally -> tally.bucket() > above && tally.bucket() <= upTo)
        .mapToLong(Tally::count)
        .sum();
  }

  private static Set<String> values(List<String> known, Map<String, List<Tally>> tallies) {
    Set<String> values = new LinkedHashSet<>(known);
    values.addAll(tallies.keySet());
    return Collections.unmodifiableSet(values);
  }
}
