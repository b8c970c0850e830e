package dev.punctual.gateway.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.calendar.LocalStart;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.reminder.ImportedReminders;
import dev.punctual.gateway.reminder.Occasion;
import dev.punctual.gateway.series.ImportedSeries;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.series.SeriesStory;
import dev.punctual.gateway.task.DueDraft;
import dev.punctual.gateway.task.ImportedTasks;
import dev.punctual.gateway.task.TaskStory;
import dev.punctual.store.SeriesRow;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever Punctual makes comes back whole, and without a loss. */
class RoundTripTest {
  private static final LocalTime DAY_START = LocalTime.of(7, 30);

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
  private static final ZoneId PERSON = ZoneId.of("America/New_York");
  private static final LocalClock CLOCK = new LocalClock(PERSON, DAY_START);
  private static final UserId USER = new UserId(Uuid7.next());

  @Property
  void aTaskComesBack(
      @ForAll("stories") TaskStory story, @ForAll("reminders") List<ImportedReminders.Story> said) {
    Task task = ImportedTasks.decide(new TaskId(Uuid7.next()), story, null, PERSON, NOW).orRefuse();
    List<Reminder> reminders =
        said.stream()
            .filter(each -> task.due() != null || each.at() != null)
            .filter(each -> task.status().isOpen())
            .map(each -> reminder(each, task))
            .toList();
    CalendarText text = new CalendarText();
    if (task.due() != null) {
      ZoneWriter.write(text, task.due().zone());
    }
    new TodoWriter(text, DAY_START).task(task, "uid-1", null, reminders);

    Losses losses = new Losses();
    Item.OfTask read = (Item.OfTask) read(text, losses);

    assertThat(losses.listed()).isEmpty();
    Task back = ImportedTasks.decide(task.id(), read.story(), null, PERSON, NOW).orRefuse();
    assertThat(back).isEqualTo(task);
    assertThat(read.origin().uid()).isEqualTo("uid-1");
    assertThat(
            read.reminders().stream().map(each -> reminder(each, back)).map(RoundTripTest::unnamed))
        .isEqualTo(reminders.stream().map(RoundTripTest::unnamed).toList());
  }

  @Property
  void aSeriesComesBack(@ForAll("series") SeriesDraft draft) {
    SeriesStory story =
        new SeriesStory(draft, SeriesStatus.PENDING, null, null, NOW.minusSeconds(60));
    SeriesId id = new SeriesId(Uuid7.next());
    SeriesRow row = ImportedSeries.decide(USER, id, story, CLOCK, NOW).orRefuse();
    CalendarText text = new CalendarText();
    if (draft.zone() != null) {
      ZoneWriter.write(text, ZoneId.of(draft.zone()));
    }
    new TodoWriter(text, DAY_START).series(row, "uid-1");

    Losses losses = new Losses();
    Item.OfSeries read = (Item.OfSeries) read(text, losses);

    assertThat(losses.listed()).isEmpty();
    SeriesRow back = ImportedSeries.decide(USER, id, read.story(), CLOCK, NOW).orRefuse();
    assertThat(normal(back.series())).isEqualTo(normal(row.series()));
    assertThat(back.progress()).isEqualTo(row.progress());
  }

  private static Item read(CalendarText text, Losses losses) {
    List<Block> blocks = new ArrayList<>();
    CalendarFile.read(
        new StringReader(
            "BEGIN:VCALENDAR\r\n" + new String(text.bytes(), UTF_8) + "END:VCALENDAR\r\n"),
        blocks::add);
    ZoneNames zones = new ZoneNames(ZoneId.of("Asia/Tokyo"), 2026);
    blocks.stream().filter(block -> block.name().equals("VTIMEZONE")).forEach(zones::define);
    return new TodoReader(zones, DAY_START, losses, NOW).read(blocks.getLast());
  }

  private static Reminder reminder(ImportedReminders.Story story, Task task) {
    return ImportedReminders.decide(
            USER, new ReminderId(Uuid7.next()), story, new Occasion(task, 0, DAY_START), LONG_AGO)
        .orRefuse()
        .reminder();
  }

  private static List<@Nullable Object> unnamed(Reminder reminder) {
    List<@Nullable Object> said = new ArrayList<>();
    said.add(reminder.at());
    said.add(reminder.before());
    said.add(reminder.after());
    said.add(reminder.fireAt());
    return said;
  }

  /** A local time may be written with or without its seconds. */
  private static List<@Nullable Object> normal(Series series) {
    List<@Nullable Object> said = new ArrayList<>();
    said.add(series.title());
    said.add(series.notes());
    said.add(series.tags());
    said.add(series.priority());
    said.add(LocalStart.parse(series.start()).local());
    said.add(series.zone());
    said.add(series.rule());
    said.add(series.exdates().stream().map(Places::identity).toList());
    said.add(series.rdates().stream().map(Places::identity).toList());
    said.add(series.lead());
    said.add(series.repeat());
    said.add(series.ifPending());
    said.add(series.onMissed());
    said.add(series.reminders());
    said.add(series.status());
    said.add(series.nextAt());
    said.add(series.createdAt());
    return said;
  }

  @Provide
  Arbitrary<TaskStory> stories() {
    return Combinators.combine(
            titles(),
            notes(),
            Arbitraries.of(
                TaskStatus.PENDING, TaskStatus.ACTIVE, TaskStatus.COMPLETED, TaskStatus.CANCELLED),
            Arbitraries.of(Priority.class),
            tags(),
            dues().injectNull(0.2),
            Arbitraries.longs().between(0, 2_000_000_000L))
        .as(
            (title, notes, status, priority, tags, due, seconds) ->
                new TaskStory(
                    title,
                    notes,
                    status,
                    priority,
                    tags,
                    due,
                    Instant.ofEpochSecond(Math.min(seconds, NOW.getEpochSecond())),
                    status == TaskStatus.COMPLETED ? NOW.minusSeconds(5) : null));
  }

  private static Arbitrary<String> titles() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(60)
        .map(
            text ->
                ("t" + text)
                    .codePoints()
                    .filter(RoundTripTest::isKept)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()))
        .map(text -> text.replaceAll("\\s+", " ").strip());
  }

  private static Arbitrary<String> notes() {
    return Arbitraries.strings()
        .withChars("abc \n\t\\;,:\"^é☃=")
        .withChars("🎉")
        .ofMaxLength(300)
        .map(
            text ->
                text.codePoints()
                    .filter(RoundTripTest::isWhole)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
  }

  private static boolean isKept(int character) {
    return isWhole(character) && !Character.isISOControl(character);
  }

  private static boolean isWhole(int character) {
    return character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE;
  }

  private static Arbitrary<List<String>> tags() {
    return Arbitraries.of("work", "a,b", "c;d", "e\\f", "g h", "é", "\"q\"")
        .list()
        .uniqueElements();
  }

  private static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "America/New_York",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Africa/Casablanca",
            "Pacific/Apia",
            "UTC",
            "Etc/GMT+5")
        .map(ZoneId::of);
  }

  private static Arbitrary<LocalDateTime> times() {
    return Arbitraries.longs()
        .between(0, 4_000_000_000L)
        .map(second -> LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
  }

  private static Arbitrary<DueDraft> dues() {
    return Arbitraries.oneOf(
        Combinators.combine(times(), zones())
            .as((time, zone) -> new DueDraft(time, null, zone.getId(), null)),
        Combinators.combine(times(), zones())
            .as((time, zone) -> new DueDraft(null, time.toLocalDate(), zone.getId(), null)),
        // Each of the two times of one name, when the clocks go back.
        Arbitraries.of("2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z")
            .map(at -> new DueDraft(null, null, "America/New_York", Instant.parse(at))));
  }

  @Provide
  Arbitrary<List<ImportedReminders.Story>> reminders() {
    Arbitrary<String> offsets =
        Arbitraries.of(
            "P1D", "PT15M", "P1W", "P1M", "P1Y", "PT0S", "P2DT3H", "PT9H", "PT36H", "P0D");
    Arbitrary<Instant> snoozes =
        Arbitraries.of(NOW.plusSeconds(3600), NOW.plusNanos(123_000)).injectNull(0.7);
    return Arbitraries.oneOf(
            Combinators.combine(offsets, snoozes)
                .as((text, to) -> new ImportedReminders.Story(null, text, null, to)),
            Combinators.combine(offsets, snoozes)
                .as((text, to) -> new ImportedReminders.Story(null, null, text, to)),
            Arbitraries.of("2027-01-01T00:00:00Z", "2027-01-01T00:00:00.123456Z")
                .map(at -> new ImportedReminders.Story(Instant.parse(at), null, null, null)))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<SeriesDraft> series() {
    Arbitrary<String> rules =
        Arbitraries.of(
            "FREQ=WEEKLY;BYDAY=FR",
            "freq=daily;interval=2",
            "RRULE:FREQ=DAILY",
            "FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
            "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=FORWARD",
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=12",
            "FREQ=DAILY;UNTIL=20281231",
            "FREQ=DAILY;UNTIL=20281231T235959Z",
            "FREQ=DAILY;UNTIL=20281231T120000",
            "FREQ=YEARLY;WKST=SU;BYWEEKNO=20;BYDAY=MO");
    Arbitrary<Boolean> ofDate = Arbitraries.of(true, false);
    Arbitrary<String> zone = zones().map(ZoneId::getId).injectNull(0.3);
    return Combinators.combine(
            titles(),
            notes(),
            Combinators.combine(ofDate, zone, rules).as(Times::new),
            tags(),
            Arbitraries.of("P1D", "PT1H").injectNull(0.5),
            Arbitraries.of(IfPending.class),
            Arbitraries.of(OnMissed.class),
            Combinators.combine(
                    Arbitraries.of("P1D", "PT15M", "P1M", "PT9H"), Arbitraries.of(true, false))
                .as(
                    (offset, before) ->
                        before ? RelativeReminder.before(offset) : RelativeReminder.after(offset))
                .list()
                .ofMaxSize(3))
        .as(
            (title, notes, when, tags, lead, ifPending, onMissed, reminders) ->
                new SeriesDraft(
                    title,
                    when.ofDate() ? "2027-01-30" : "2027-01-30T14:00",
                    when.zone(),
                    when.rule(),
                    notes,
                    tags,
                    Priority.LOW,
                    when.ofDate()
                        ? List.of("2027-03-05", "2027-03-12")
                        : List.of("2027-03-05T14:00", "2027-03-12T14:00:00"),
                    when.ofDate() ? List.of("2027-02-14") : List.of("2027-02-14T09:30"),
                    lead,
                    when.rule().contains("COUNT") ? Repeat.SCHEDULE : Repeat.COMPLETION,
                    ifPending,
                    onMissed,
                    reminders));
  }

  private record Times(boolean ofDate, @Nullable String zone, String rule) {}
}
