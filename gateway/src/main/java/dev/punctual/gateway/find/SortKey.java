package dev.punctual.gateway.find;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.WireName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what tasks may be sorted. */
enum SortKey implements WireName {
  /** Those without a due come last, in both directions. */
  DUE("t.due_at", task -> task.due() == null ? null : task.due().at().toString()),
  /** From high to low. */
  PRIORITY("t.priority", task -> task.priority().wireName()),
  CREATED("t.created_at", task -> task.createdAt().toString()),
  UPDATED("t.updated_at", task -> task.updatedAt().toString()),
  /** As people sort words, by the Unicode Collation Algorithm. */
  TITLE("t.title COLLATE \"und-x-icu\"", Task::title);

  private final String column;
  private final Function<Task, @Nullable String> value;

  SortKey(String column, Function<Task, @Nullable String> value) {
    this.column = column;
    this.value = value;
  }

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What PostgreSQL sorts by; its constants of priority go from high to low. */
  String column() {
    return column;
  }

  boolean mayBeNull() {
    return this == DUE;
  }

  /** A task's own value, as a cursor carries it; null: it has none. */
  @Nullable String of(Task task) {
    return value.apply(task);
  }

  /** What a cursor carried, as an argument; empty when no cursor of ours carries that. */
  Optional<Object> argument(String carried) {
    return switch (this) {
      case DUE, CREATED, UPDATED -> instant(carried);
      case PRIORITY ->
          Arrays.stream(Priority.values())
              .filter(priority -> priority.wireName().equals(carried))
              .<Object>map(priority -> priority)
              .findFirst();
      case TITLE ->
          carried.codePoints().noneMatch(Character::isISOControl)
              ? Optional.of(carried)
              : Optional.empty();
    };
  }

  private static Optional<Object> instant(String carried) {
    try {
      Instant instant = OffsetDateTime.parse(carried).toInstant();
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return year >= 0 && year <= 10_000 ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
