package dev.punctual.gateway.assistant.offline;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merge patches of tasks, as the route of a task takes them. */
final class Edits {
  static final String DUE_NEVER = "{\"due\":null}";
  static final String CANCELLED = "{\"status\":\"cancelled\"}";

  private Edits() {}

  static String titled(String title) {
    return Json.write(Map.of("title", title));
  }

  static String withTags(Task task, List<String> more) {
    Set<String> tags = new LinkedHashSet<>(task.tags());
    tags.addAll(more);
    return Json.write(Map.of("tags", List.copyOf(tags)));
  }

  static String withoutTags(Task task, List<String> fewer) {
    List<String> left =
        fewer.isEmpty()
            ? List.of()
            : task.tags().stream().filter(tag -> !fewer.contains(tag)).toList();
    return Json.write(Map.of("tags", left));
  }

  static String noted(Task task, String text) {
    return Json.write(Map.of("notes", task.notes().isEmpty() ? text : task.notes() + "\n" + text));
  }

  /**
   * A series at another time of day.
   *
   * @throws Refused when that is not all
   */
  static String retimed(Series series, When when) {
    LocalTime time = when.time();
    if (time == null || when.date() != null || when.at() != null) {
      throw new Refused(
          ProblemCode.INVALID_VALUE,
          "",
          "\u201c"
              + series.title()
              + "\u201d recurs. Say a time of day, or how it is to recur: \u201cmove it to every"
              + " Tuesday at 10:00\u201d.");
    }
    return Json.write(Map.of("start", day(series) + "T" + time));
  }

  /** A series in another rhythm; its time of day stays unless it was said. */
  static String reruled(Series series, Intent.Rerule wanted) {
    String start = wanted.start();
    int time = series.start().indexOf('T');
    boolean kept = !wanted.timed() && time >= 0 && start.indexOf('T') < 0;
    return Json.write(
        Map.of(
            "start", kept ? start + series.start().substring(time) : start, "rule", wanted.rule()));
  }

  private static String day(Series series) {
    return series.start().substring(0, 10);
  }

  /** To another day, another time or both, in the person's zone; what was not said stays. */
  static String moved(Task task, When when, Speaker speaker) {
    if (when.at() != null) {
      return due(Map.of("at", when.at(), "zone", speaker.zone()));
    }
    LocalDateTime was = was(task, speaker.zone());
    LocalTime time = when.time();
    if (time == null && was != null) {
      time = was.toLocalTime();
    }
    LocalDate date = when.date();
    if (date == null) {
      date = was == null ? day(task, speaker) : was.toLocalDate();
    }
    return time == null
        ? due(Map.of("date", date, "zone", speaker.zone()))
        : due(Map.of("local", date.atTime(time), "zone", speaker.zone()));
  }

  /**
   * Later by a length.
   *
   * @throws Refused when it is not due at any time
   */
  static String postponed(Task task, Length by, Speaker speaker) {
    Due due = task.due();
    if (due == null) {
      throw new Refused(
          ProblemCode.NO_DUE,
          "",
          "\u201c" + task.title() + "\u201d is not due at any time. To when shall it move?");
    }
    try {
      LocalDate date = due.date();
      if (date != null && by.time().isZero()) {
        return due(Map.of("date", date.plus(by.days()), "zone", due.zone()));
      }
      LocalDateTime local = LocalDateTime.ofInstant(due.at(), due.zone()).plus(by.days());
      return due(Map.of("local", local.plus(by.time()), "zone", due.zone()));
    } catch (DateTimeException e) {
      throw new Refused(ProblemCode.OUT_OF_RANGE, "", "That is too far away.");
    }
  }

  private static LocalDate day(Task task, Speaker speaker) {
    Due due = task.due();
    LocalDate date = due == null ? null : due.date();
    return date == null ? speaker.today() : date;
  }

  /** The time that it is due at, as the person's clock shows it; null: it has none. */
  private static @Nullable LocalDateTime was(Task task, ZoneId zone) {
    Due due = task.due();
    return due == null || due.local() == null ? null : LocalDateTime.ofInstant(due.at(), zone);
  }

  private static String due(Map<String, ?> fields) {
    return Json.write(Map.of("due", fields));
  }
}
