package dev.punctual.gateway.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.change.Difference;
import dev.punctual.gateway.http.MergePatches;
import dev.punctual.store.SeriesRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever a patch names becomes what it says; nothing else moves but what follows from it. */
class SeriesPatchTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final LocalClock PERSON = LocalClock.usual(ZoneId.of("America/New_York"));
  private static final UserId USER = new UserId(Uuid7.next());

  @Property(tries = 300)
  void touchesOnlyWhatItNames(
      @ForAll("drafts") SeriesDraft was,
      @ForAll("drafts") SeriesDraft wanted,
      @ForAll("names") Set<String> names) {
    SeriesRow row = created(was);
    Map<String, @Nullable Object> said = new LinkedHashMap<>(tree(wanted));
    said.keySet().retainAll(names);

    SeriesRow patched =
        SeriesDecider.decide(
                new SeriesCommand.Edit(
                    row,
                    MergePatches.parse(Json.write(said)).applyTo(SeriesDraft.of(row.series())),
                    PERSON),
                NOW.plusSeconds(1))
            .orRefuse();

    Map<String, @Nullable Object> expected = fields(row);
    Map<String, @Nullable Object> other = fields(created(wanted));
    names.forEach(name -> expected.put(name, other.get(name)));
    assertThat(fields(patched)).isEqualTo(expected);
    boolean same = fields(patched).equals(fields(row));
    assertThat(patched.series().version()).isEqualTo(same ? 1 : 2);
    assertThat(same && patched.progress().revision() != row.progress().revision()).isFalse();
  }

  /** Without when it is due next, which follows from the others. */
  private static Map<String, @Nullable Object> fields(SeriesRow row) {
    Map<String, @Nullable Object> fields = new HashMap<>(Difference.fields(row.series()));
    fields.remove("nextAt");
    fields.remove("id");
    return fields;
  }

  private static SeriesRow created(SeriesDraft draft) {
    SeriesId id = new SeriesId(Uuid7.next());
    return SeriesDecider.decide(new SeriesCommand.Create(USER, id, draft, PERSON), NOW).orRefuse();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> tree(SeriesDraft draft) {
    return (Map<String, @Nullable Object>) Json.parse(Json.write(draft));
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return Arbitraries.of(
            "title",
            "notes",
            "tags",
            "priority",
            "start",
            "zone",
            "rule",
            "lead",
            "ifPending",
            "onMissed",
            "reminders")
        .set();
  }

  @Provide
  Arbitrary<SeriesDraft> drafts() {
    Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    Arbitrary<SeriesDraft> times =
        Combinators.combine(
                Arbitraries.of("2030-01-05T09:00", "2031-06-01T18:30", "2030-03-10"),
                Arbitraries.of("Europe/Berlin", "UTC").injectNull(0.3),
                Arbitraries.of("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=FR").injectNull(0.3),
                Arbitraries.of("P1D", "PT2H").injectNull(0.5),
                Arbitraries.of("PT15M", "P1D").list().ofMaxSize(2))
            .as(
                (start, zone, rule, lead, reminders) ->
                    new SeriesDraft(
                        "t",
                        start,
                        zone,
                        rule,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        lead,
                        null,
                        null,
                        null,
                        reminders.stream().map(RelativeReminder::before).toList()));
    return Combinators.combine(
            times,
            words,
            words.injectNull(0.3),
            Arbitraries.of(Priority.class).injectNull(0.3),
            Arbitraries.of(IfPending.class).injectNull(0.3),
            Arbitraries.of(OnMissed.class).injectNull(0.3))
        .as(
            (draft, title, notes, priority, ifPending, onMissed) ->
                new SeriesDraft(
                    title,
                    draft.start(),
                    draft.zone(),
                    draft.rule(),
                    notes,
                    draft.tags(),
                    priority,
                    draft.exdates(),
                    draft.rdates(),
                    draft.lead(),
                    null,
                    ifPending,
                    onMissed,
                    draft.reminders()));
  }
}
