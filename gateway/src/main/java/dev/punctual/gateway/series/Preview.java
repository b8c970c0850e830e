package dev.punctual.gateway.series;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.Recurrence;
import dev.punctual.calendar.ZoneShift;
import dev.punctual.calendar.Zones;
import dev.punctual.contracts.WireName;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.ProblemCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would come to.
 *
 * @param occurrences in their order; fewer than were asked for when the rule is spent
 * @param summary the rule in plain English
 * @param truncated whether more follow, or may: work on a rule is bounded
 */
record Preview(List<Moment> occurrences, String summary, boolean truncated) {
  private static final int DEFAULT_COUNT = 10;
  private static final int MAX_COUNT = 100;

  Preview {
    occurrences = List.copyOf(occurrences);
  }

  /**
   * One occurrence.
   *
   * @param local the rule's own local time, its identity
   * @param zoneShift what the zone did to it
   */
  record Moment(String local, Instant at, Shift zoneShift) {}

  /** What a zone did to a local time, as {@link ZoneShift} says. */
  enum Shift implements WireName {
    NONE,
    GAP,
    OVERLAP;

    static Shift of(ZoneShift shift) {
      return switch (shift) {
        case NONE -> NONE;
        case GAP -> GAP;
        case OVERLAP -> OVERLAP;
      };
    }

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is asked.
   *
   * @param zone IANA name; null: the person's own
   * @param after an occurrence's identity to continue behind; null: from the first
   * @param count 1 to 100, default 10
   */
  record Question(
      String start,
      @Nullable String zone,
      @Nullable String rule,
      List<String> exdates,
      List<String> rdates,
      @Nullable String after,
      @Nullable Integer count) {

    Question {
      exdates = List.copyOf(exdates);
      rdates = List.copyOf(rdates);
    }
  }

  static Decision<Preview> of(Question question, ZoneId person) {
    int count = question.count() == null ? DEFAULT_COUNT : question.count();
    if (count < 1 || count > MAX_COUNT) {
      return new Rejected<>(
          ProblemCode.OUT_OF_RANGE, "count", "count is from 1 to " + MAX_COUNT + ".");
    }
    return Refusals.catching(
        "after", () -> new Accepted<>(answer(question, zone(question, person), count)));
  }

  private static ZoneId zone(Question question, ZoneId person) {
    String named = question.zone();
    return named == null ? person : Zones.parse(named);
  }

  private static Preview answer(Question question, ZoneId zone, int count) {
    Recurrence recurrence =
        Recurrence.of(
            LocalStart.parse(question.start()),
            zone,
            question.rule(),
            question.exdates(),
            question.rdates());
    Recurrence.Excerpt excerpt = recurrence.excerpt(question.after(), count);
    List<Moment> moments =
        excerpt.occurrences().stream()
            .map(
                occurrence ->
                    new Moment(occurrence.local(), occurrence.at(), Shift.of(occurrence.shift())))
            .toList();
    return new Preview(moments, recurrence.summary(), excerpt.more());
  }
}
