package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import dev.punctual.contracts.Series;
import java.time.ZoneId;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** When a series occurs, cut in two at one of its occurrences that is not the first. */
public final class SeriesSplit {
  private final Series series;
  private final LocalStart start;
  private final long cut;
  private final @Nullable RuleSplit rule;

  private SeriesSplit(Series series, LocalStart start, long cut, @Nullable RuleSplit rule) {
    this.series = series;
    this.start = start;
    this.cut = cut;
    this.rule = rule;
  }

  /** One part of the times of a series, as a series says them. */
  public record Half(
      String start, @Nullable String rule, List<String> exdates, List<String> rdates) {
    public Half {
      exdates = List.copyOf(exdates);
      rdates = List.copyOf(rdates);
    }
  }

  /**
   * Cuts.
   *
   * @param zone the zone that holds
   * @param occurrence the first of the second half
   */
  public static SeriesSplit of(Series series, ZoneId zone, String occurrence) {
    LocalStart start = LocalStart.parse(series.start());
    String rule = series.rule();
    return new SeriesSplit(
        series,
        start,
        Floating.of(Floating.start(occurrence, Code.INVALID_OCCURRENCE)),
        rule == null ? null : new RuleSplit(start, zone, rule));
  }

  /** What lies before. */
  public Half before() {
    if (rule == null) {
      return half(Floating.of(start) < cut ? series.start() : null, null, at -> at < cut);
    }
    return rule.lastBefore(cut) == Floating.NONE
        ? half(null, null, at -> at < cut)
        : half(series.start(), rule.before(cut), at -> at < cut);
  }

  /**
   * That occurrence and what follows, in the same phase.
   *
   * @throws RuleRefused CANNOT_SPLIT, for rules whose days move between months or years
   */
  public Half rest() {
    if (rule == null) {
      return half(Floating.of(start) < cut ? null : series.start(), null, at -> at >= cut);
    }
    long first = rule.firstFrom(cut);
    return first == Floating.NONE
        ? half(null, null, at -> at >= cut)
        : half(text(first), rule.from(cut), at -> at >= cut);
  }

  /** Where another rule starts that goes on from that occurrence. */
  public Half restart() {
    return half(text(cut), series.rule(), at -> at >= cut);
  }

  private String text(long floating) {
    return Floating.text(floating, start instanceof LocalStart.On);
  }

  /**
   * @param from null: the first of the added dates is all there is to start at
   */
  private Half half(@Nullable String from, @Nullable String rule, LongPredicate within) {
    List<String> exdates = within(series.exdates(), Code.INVALID_EXDATE, within);
    List<String> rdates = within(series.rdates(), Code.INVALID_RDATE, within);
    if (from != null) {
      return new Half(from, rule, exdates, rdates);
    }
    if (rdates.isEmpty()) {
      throw new RuleRefused(Code.CANNOT_SPLIT, series.start(), "Nothing lies on one side of it.");
    }
    return new Half(rdates.getFirst(), null, exdates, rdates.subList(1, rdates.size()));
  }

  private static List<String> within(List<String> dates, Code code, LongPredicate within) {
    return dates.stream()
        .sorted()
        .filter(date -> within.test(Floating.of(Floating.start(date, code))))
        .toList();
  }
}
