package dev.punctual.gateway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.change.Difference;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.MergePatches;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever a patch names becomes what it says, and nothing else moves. */
class TaskPatchTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final ZoneId PERSON = ZoneId.of("America/New_York");

  @Property
  void touchesOnlyWhatItNames(
      @ForAll("drafts") TaskDraft was,
      @ForAll("drafts") TaskDraft wanted,
      @ForAll("names") Set<String> names) {
    Task task = created(was);
    Map<String, @Nullable Object> said = new LinkedHashMap<>(tree(wanted));
    said.keySet().retainAll(names);
    MergePatch patch = MergePatches.parse(Json.write(said));

    Task patched =
        TaskDecider.decide(
                new TaskCommand.Edit(
                    task, TaskDraft.patched(task, patch), patch.names("due"), PERSON),
                NOW.plusSeconds(1))
            .orRefuse();

    Map<String, @Nullable Object> expected = new HashMap<>(Difference.fields(task));
    Map<String, @Nullable Object> other = Difference.fields(created(wanted));
    names.forEach(name -> expected.put(name, other.get(name)));
    assertThat(Difference.fields(patched)).isEqualTo(expected);
    boolean same = Difference.fields(patched).equals(Difference.fields(task));
    assertThat(patched.version()).isEqualTo(same ? 1 : 2);
  }

  private static Task created(TaskDraft draft) {
    TaskId id = new TaskId(Uuid7.next());
    return TaskDecider.decide(new TaskCommand.Create(id, draft, PERSON), NOW).orRefuse();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> tree(TaskDraft draft) {
    return (Map<String, @Nullable Object>) Json.parse(Json.write(draft));
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return Arbitraries.of("title", "notes", "status", "priority", "tags", "due").set();
  }

  @Provide
  Arbitrary<TaskDraft> drafts() {
    Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    Arbitrary<TaskStatus> statuses = Arbitraries.of(TaskStatus.PENDING, TaskStatus.ACTIVE);
    return Combinators.combine(
            words,
            words.injectNull(0.3),
            statuses.injectNull(0.3),
            Arbitraries.of(Priority.class).injectNull(0.3),
            words.map(word -> word.toLowerCase(Locale.ROOT)).list().uniqueElements().ofMaxSize(3),
            dues().injectNull(0.3))
        .as(TaskDraft::new);
  }

  private static Arbitrary<DueDraft> dues() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 400);
    Arbitrary<String> zones = Arbitraries.of("Europe/Berlin", "Asia/Kolkata", "UTC");
    return Combinators.combine(days, zones, Arbitraries.of(true, false))
        .as(
            (day, zone, dateOnly) ->
                dateOnly
                    ? new DueDraft(null, LocalDate.of(2030, 1, 1).plusDays(day), zone, null)
                    : new DueDraft(
                        LocalDateTime.of(2030, 1, 1, 12, 0).plusDays(day), null, zone, null));
  }
}
