package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads recurrence rules: RFC 5545 §3.3.10, with SKIP of RFC 7529 §4 accepted without RSCALE. */
final class RuleText {

  static final int MAX_LENGTH = 1_000;

  private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern NTH_DAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,10}");
  private static final DateTimeFormatter DATE = strict("uuuuMMdd");
  private static final DateTimeFormatter DATE_TIME = strict("uuuuMMdd'T'HHmmss");

  private final Map<Part, String> values;

  private RuleText(Map<Part, String> values) {
    this.values = values;
  }

  /**
   * The rule that a text says; it may begin with {@code RRULE:}, and upper and lower case are one.
   */
  static Rule parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new RuleRefused(
          Code.RULE_TOO_LONG, text, "A rule has at most " + MAX_LENGTH + " characters.");
    }
    return new RuleText(split(upper(text))).read();
  }

  /**
   * A rule that can be read, with parts in place of others.
   *
   * @param dropped the parts that go
   * @param added written behind all others, for instance {@code COUNT=3}
   */
  static String with(String text, Set<Part> dropped, List<String> added) {
    Stream<String> kept =
        Stream.of(upper(text).split(";"))
            .filter(
                assignment ->
                    dropped.stream().noneMatch(part -> assignment.startsWith(part + "=")));
    return Stream.concat(kept, added.stream()).collect(Collectors.joining(";"));
  }

  private static String upper(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return upper.startsWith("RRULE:") ? upper.substring(6) : upper;
  }

  private static Map<Part, String> split(String text) {
    Map<Part, String> values = new EnumMap<>(Part.class);
    for (String assignment : text.split(";")) {
      int equals = assignment.indexOf('=');
      if (equals < 1 || equals == assignment.length() - 1) {
        throw new RuleRefused(
            Code.INVALID_RULE,
            assignment,
            "A rule is written as FREQ=WEEKLY;BYDAY=FR: names and values.");
      }
      String name = assignment.substring(0, equals);
      Part part = part(name).orElseThrow(() -> unknown(name));
      if (values.put(part, assignment.substring(equals + 1)) != null) {
        throw new RuleRefused(Code.REPEATED_PART, name, "Each part stands once in a rule.");
      }
    }
    return values;
  }

  private static Optional<Part> part(String name) {
    return List.of(Part.values()).stream().filter(part -> part.name().equals(name)).findFirst();
  }

  private static RuleRefused unknown(String name) {
    return new RuleRefused(
        Code.UNKNOWN_PART,
        name,
        "The parts of a rule are FREQ, INTERVAL, COUNT, UNTIL, WKST, SKIP and those with BY.");
  }

  private Rule read() {
    Frequency frequency = frequency();
    if (!values.getOrDefault(Part.RSCALE, "GREGORIAN").equals("GREGORIAN")) {
      throw refused(Part.RSCALE, "The only calendar is GREGORIAN.");
    }
    Map<Part, List<Integer>> numbers = new EnumMap<>(Part.class);
    for (Part part :
        List.of(
            Part.BYMONTH,
            Part.BYWEEKNO,
            Part.BYYEARDAY,
            Part.BYMONTHDAY,
            Part.BYHOUR,
            Part.BYMINUTE,
            Part.BYSECOND,
            Part.BYSETPOS)) {
      if (values.containsKey(part)) {
        numbers.put(part, numbers(part));
      }
    }
    Rule rule =
        new Rule(
            frequency,
            values.containsKey(Part.INTERVAL) ? single(Part.INTERVAL) : 1,
            bound(),
            weekStart(),
            skip(),
            numbers,
            days());
    checkTogether(rule);
    return rule;
  }

  private Frequency frequency() {
    String name = values.get(Part.FREQ);
    if (name == null) {
      throw new RuleRefused(Code.INVALID_FREQ, "", "A rule needs FREQ, for instance FREQ=WEEKLY.");
    }
    if (name.equals("SECONDLY")) {
      throw new RuleRefused(
          Code.SUB_MINUTE, "FREQ=SECONDLY", "A rule fires at most once a minute: FREQ=MINUTELY.");
    }
    return find(Frequency.values(), Part.FREQ, name);
  }

  private Skip skip() {
    String name = values.get(Part.SKIP);
    return name == null ? Skip.OMIT : find(Skip.values(), Part.SKIP, name);
  }

  private <E extends Enum<E>> E find(E[] constants, Part part, String name) {
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw refused(part, part + " is one of " + List.of(constants) + ".");
  }

  private DayOfWeek weekStart() {
    String name = values.get(Part.WKST);
    if (name == null) {
      return DayOfWeek.MONDAY;
    }
    if (!WEEKDAYS.contains(name)) {
      throw refused(Part.WKST, "WKST is one of " + WEEKDAYS + ".");
    }
    return weekday(name);
  }

  private Bound bound() {
    if (values.containsKey(Part.COUNT) && values.containsKey(Part.UNTIL)) {
      throw new RuleRefused(
          Code.COUNT_WITH_UNTIL,
          "COUNT=" + values.get(Part.COUNT),
          "A rule ends after COUNT matches or at UNTIL, not both.");
    }
    if (values.containsKey(Part.COUNT)) {
      return new Bound.Count(single(Part.COUNT));
    }
    String until = values.get(Part.UNTIL);
    return until == null ? new Bound.Never() : until(until);
  }

  private Bound until(String text) {
    try {
      if (text.length() == 8) {
        return new Bound.UntilDay(LocalDate.parse(text, DATE));
      }
      if (text.length() == 16 && text.endsWith("Z")) {
        LocalDateTime time = LocalDateTime.parse(text.substring(0, 15), DATE_TIME);
        return new Bound.UntilInstant(time.toInstant(ZoneOffset.UTC));
      }
      return new Bound.UntilLocal(LocalDateTime.parse(text, DATE_TIME));
    } catch (DateTimeException e) {
      throw refused(Part.UNTIL, "UNTIL is 20261231, 20261231T140000, or in UTC 20261231T190000Z.");
    }
  }

  private int single(Part part) {
    return number(part, values.getOrDefault(part, ""));
  }

  private List<Integer> numbers(Part part) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String text : values.getOrDefault(part, "").split(",", -1)) {
      numbers.add(number(part, text));
    }
    return List.copyOf(numbers);
  }

  private int number(Part part, String text) {
    long number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MIN_VALUE;
    if (number != (int) number || !part.holds((int) number)) {
      throw refused(part, part + " takes whole numbers from " + part.range() + ".");
    }
    return (int) number;
  }

  private List<NthDay> days() {
    String text = values.get(Part.BYDAY);
    if (text == null) {
      return List.of();
    }
    TreeSet<NthDay> days =
        new TreeSet<>(Comparator.comparing(NthDay::day).thenComparing(NthDay::nth));
    for (String element : text.split(",", -1)) {
      Matcher matcher = NTH_DAY.matcher(element);
      if (!matcher.matches()) {
        throw refused(Part.BYDAY, "BYDAY takes weekdays such as FR, 2TU or -1FR.");
      }
      int nth = matcher.group(1) == null ? 0 : number(Part.BYDAY, matcher.group(1));
      days.add(new NthDay(nth, weekday(matcher.group(2))));
    }
    return List.copyOf(days);
  }

  /** What RFC 5545 forbids in combination; each of these would otherwise mean nothing. */
  private void checkTogether(Rule rule) {
    Frequency frequency = rule.frequency();
    if (rule.has(Part.BYWEEKNO) && frequency != Frequency.YEARLY) {
      throw refused(Part.BYWEEKNO, "BYWEEKNO goes with FREQ=YEARLY only.");
    }
    if (rule.has(Part.BYYEARDAY) && frequency != Frequency.YEARLY && !frequency.subDaily()) {
      throw refused(Part.BYYEARDAY, "BYYEARDAY goes with FREQ=YEARLY, HOURLY or MINUTELY.");
    }
    if (rule.has(Part.BYMONTHDAY) && frequency == Frequency.WEEKLY) {
      throw refused(Part.BYMONTHDAY, "BYMONTHDAY does not go with FREQ=WEEKLY.");
    }
    boolean counted = rule.days().stream().anyMatch(day -> day.nth() != 0);
    boolean countable =
        frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY && !rule.has(Part.BYWEEKNO);
    if (counted && !countable) {
      throw refused(
          Part.BYDAY,
          "Weekdays are counted, as in 2TU, in months and years without BYWEEKNO only.");
    }
    boolean alone = values.keySet().stream().noneMatch(RuleText::givesPositions);
    if (rule.has(Part.BYSETPOS) && alone) {
      throw refused(Part.BYSETPOS, "BYSETPOS chooses among the matches of another BY part.");
    }
  }

  private static boolean givesPositions(Part part) {
    return part.name().startsWith("BY") && part != Part.BYSETPOS;
  }

  private RuleRefused refused(Part part, String sentence) {
    return new RuleRefused(part.code, part + "=" + values.get(part), sentence);
  }

  private static DayOfWeek weekday(String name) {
    return DayOfWeek.of(WEEKDAYS.indexOf(name) + 1);
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
