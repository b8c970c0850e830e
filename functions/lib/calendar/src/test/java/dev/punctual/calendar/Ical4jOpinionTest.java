package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.calendar.RandomRules.Case;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random rules against ical4j 4.4.0, on floating time. Where it is known to differ it is not asked,
 * each time for RFC 5545 §3.3.10 is with us:
 *
 * <ul>
 *   <li>without WKST its weeks begin on Sunday, the standard's on Monday: it is told;
 *   <li>SKIP (RFC 7529 §4.1): it drops some days that are to move;
 *   <li>a negative BYYEARDAY counts from another day than the last of the year;
 *   <li>BYDAY in hourly and minutely rules limits; it expands;
 *   <li>BYMONTH in weekly rules limits days; it also drops days of weeks that begin in another
 *       month;
 *   <li>BYDAY with a number beside BYMONTHDAY: the number counts in the month, it counts among the
 *       days that are left;
 *   <li>beside BYYEARDAY in yearly rules the other parts limit; it ignores them;
 *   <li>INTERVAL of a yearly rule by weeks counts years, it counts years of weeks; BYMONTH and
 *       BYMONTHDAY limit those weeks and WKST numbers them, which it ignores.
 * </ul>
 *
 * <p>It gives up on daily and finer rules whose matches are far apart: then what it found must
 * agree.
 */
class Ical4jOpinionTest {
  private static final int COMPARED = 10;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  @Property(tries = 500, seed = "42", edgeCases = EdgeCasesMode.NONE)
  void agreesWithIcal4j(@ForAll("cases") Case each) {
    List<String> ours = each.ours(COMPARED);
    Assume.that(!ours.isEmpty());
    LocalDateTime last = LocalDateTime.parse(ours.getLast());
    // It walks from the start, and takes seconds for what lies further away.
    Assume.that(last.isBefore(each.start().plusYears(12)));

    List<String> theirs = theirs(each, last);

    boolean mayGiveUp = each.rule().matches("FREQ=(DAILY|HOURLY|MINUTELY);.*");
    assertThat(mayGiveUp ? ours.subList(0, Math.min(theirs.size(), ours.size())) : ours)
        .as("%s from %s", each.rule(), each.start())
        .isEqualTo(theirs);
  }

  private static List<String> theirs(Case each, LocalDateTime last) {
    String rule = each.rule().contains("WKST") ? each.rule() : each.rule() + ";WKST=MO";
    return new Recur<LocalDateTime>(rule)
        .getDates(each.start(), each.start(), last.plusSeconds(1)).stream()
            .sorted()
            .distinct()
            .map(NAME::format)
            .toList();
  }

  @Provide
  Arbitrary<Case> cases() {
    return RandomRules.cases(Ical4jOpinionTest::isAsked);
  }

  private static boolean isAsked(String rule) {
    boolean byDay = rule.contains("BYDAY");
    boolean subDaily = rule.contains("HOURLY") || rule.contains("MINUTELY");
    boolean byWeek = rule.contains("BYWEEKNO");
    return !rule.contains("SKIP")
        && !rule.matches(".*BYYEARDAY=[^;]*-.*")
        && !(subDaily && byDay)
        && !(rule.contains("WEEKLY") && rule.contains("BYMONTH") && byDay)
        && !(rule.contains("BYMONTHDAY") && RandomRules.counted(rule))
        && !(rule.contains("YEARLY")
            && rule.contains("BYYEARDAY")
            && (rule.contains("BYMONTH") || byDay || byWeek))
        && !(byWeek
            && (!rule.contains("INTERVAL=1;")
                || rule.contains("BYMONTH")
                || rule.contains("WKST")));
  }
}
