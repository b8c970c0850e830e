package dev.punctual.gateway.assistant.language;

import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.assistant.language.add.QuickAdd;
import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.task.TaskDraft;
import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results in one line, without what is absent: exact, and short enough to be read by people. */
final class Told {
  private Told() {}

  static String drafts(QuickAdd read) {
    String reminders = read.reminders().isEmpty() ? "" : " " + tree(read.reminders());
    return read.task() == null
        ? "series " + tree(read.series())
        : "task " + tree(read.task()) + reminders;
  }

  static String parts(QuickAdd read, String text) {
    return read.parts().stream()
        .map(
            part ->
                part.kind().wireName()
                    + "="
                    + part.value()
                    + " ["
                    + text.substring(part.from(), part.to())
                    + "]")
        .collect(Collectors.joining("; "));
  }

  static String intent(Intent intent) {
    return intent.getClass().getSimpleName() + " " + tree(shown(intent));
  }

  /** Records with the names of their types, so that alternatives can be told apart. */
  private static Object shown(Object value) {
    return switch (value) {
      case Wanted wanted -> "{" + wanted.query() + "} " + wanted.spoken();
      case When when -> fields(when);
      case Length length -> length.toString();
      case Reference.It it -> "it";
      case Reference.Named(String words) -> "'" + words + "'";
      case Reference.All(Wanted wanted) -> "all " + shown(wanted);
      case Choice choice -> choice.instead();
      case SeriesDraft series -> series;
      case TaskDraft task -> task;
      case RelativeReminder reminder -> reminder;
      case List<?> items -> items.stream().map(Told::shown).toList();
      case Record record -> fields(record);
      default -> value;
    };
  }

  private static Map<String, Object> fields(Record record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(component, record);
      if (value != null && !value.equals("")) {
        fields.put(
            component.getName(), value instanceof LocalTime time ? time.toString() : shown(value));
      }
    }
    return fields;
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As JSON without quotes, nulls and empty lists. */
  static String tree(Object value) {
    return Json.write(pruned(Json.parse(Json.write(value))))
        .replace(",\"", ", \"")
        .replace("\"", "");
  }

  private static Object pruned(Object tree) {
    if (tree instanceof List<?> items) {
      return items.stream().map(Told::pruned).toList();
    }
    if (tree instanceof Map<?, ?> fields) {
      Map<String, Object> kept = new LinkedHashMap<>();
      fields.forEach(
          (name, field) -> {
            if (field != null && !List.of().equals(field)) {
              kept.put(String.valueOf(name), pruned(field));
            }
          });
      return kept;
    }
    return tree;
  }
}
