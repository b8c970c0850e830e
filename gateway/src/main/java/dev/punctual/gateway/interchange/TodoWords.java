package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.TaskStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a VTODO says beside its times, brought within Punctual's bounds (DESIGN §4). */
final class TodoWords {
  private static final int MAX_TITLE = 255;
  private static final int MAX_NOTES = 20_000;
  private static final int MAX_TAG = 50;
  private static final int MAX_TAGS = 50;

  /** What has no place of its own becomes a line of the notes. */
  private static final Map<String, String> NOTED =
      Map.of("LOCATION", "Location", "URL", "Link", "COMMENT", "Comment", "CONTACT", "Contact");

  private TodoWords() {}

  static String title(Reading reading) {
    String told = reading.todo().text("SUMMARY");
    String line = clean(told.replaceAll("\\s+", " "), false).strip();
    if (line.isEmpty()) {
      reading.lose("SUMMARY", told, "Untitled");
      return "Untitled";
    }
    return cut(reading, "SUMMARY", line, MAX_TITLE).strip();
  }

  static String notes(Reading reading) {
    StringBuilder notes = new StringBuilder(reading.todo().text("DESCRIPTION"));
    for (String name : List.of("LOCATION", "URL", "COMMENT", "CONTACT")) {
      reading
          .todo()
          .all(name)
          .forEach(
              line -> {
                String text = name.equals("URL") ? line.value() : line.text();
                notes.append(notes.isEmpty() ? "" : "\n").append(NOTED.get(name)).append(": ");
                notes.append(text);
                reading.lose(name, text, "a line of the notes");
              });
    }
    String all = notes.toString().replace("\r\n", "\n").replace('\r', '\n');
    return cut(reading, "DESCRIPTION", clean(all, true), MAX_NOTES);
  }

  static List<String> tags(Reading reading) {
    Set<String> tags = new LinkedHashSet<>();
    reading
        .todo()
        .all("CATEGORIES")
        .flatMap(line -> Escapes.list(line.value()).stream())
        .forEach(
            told -> {
              String tag = clean(told.replaceAll("\\s+", " "), false).strip();
              if (!tag.isEmpty()) {
                tags.add(cut(reading, "CATEGORIES", tag.toLowerCase(Locale.ROOT), MAX_TAG).strip());
              }
            });
    List<String> kept = new ArrayList<>(tags);
    if (kept.size() > MAX_TAGS) {
      reading.lose("CATEGORIES", "", "the first " + MAX_TAGS);
      return List.copyOf(kept.subList(0, MAX_TAGS));
    }
    return List.copyOf(kept);
  }

  static Priority priority(Reading reading) {
    String told = reading.todo().value("PRIORITY").strip();
    Priority kept =
        switch (told) {
          case "1", "2", "3", "4" -> Priority.HIGH;
          case "6", "7", "8", "9" -> Priority.LOW;
          default -> Priority.MEDIUM;
        };
    if (!Set.of("", "0", "1", "5", "9").contains(told)) {
      reading.lose("PRIORITY", told, kept.wireName());
    }
    return kept;
  }

  /** Of a task; paused and skipped are told apart elsewhere. */
  static TaskStatus status(Reading reading) {
    Block todo = reading.todo();
    String percent = todo.value("PERCENT-COMPLETE").strip();
    String told = todo.value("STATUS").strip().toUpperCase(Locale.ROOT);
    TaskStatus status =
        switch (told) {
          case "COMPLETED" -> TaskStatus.COMPLETED;
          case "CANCELLED" -> TaskStatus.CANCELLED;
          case "IN-PROCESS" -> TaskStatus.ACTIVE;
          case "" ->
              todo.has("COMPLETED") || percent.equals("100")
                  ? TaskStatus.COMPLETED
                  : TaskStatus.PENDING;
          default -> TaskStatus.PENDING;
        };
    if (!Set.of("", "COMPLETED", "CANCELLED", "IN-PROCESS", "NEEDS-ACTION").contains(told)) {
      reading.lose("STATUS", told, status.wireName());
    }
    if (!Set.of("", "0", "100").contains(percent)) {
      reading.lose("PERCENT-COMPLETE", percent, "nothing");
    }
    return status;
  }

  /** What is lost without any effect on the rest. */
  static void others(Reading reading) {
    Block todo = reading.todo();
    todo.lines().stream()
        .filter(line -> !Names.isKnown(line.name()))
        .forEach(line -> reading.lose(line.name(), line.value(), "nothing"));
    todo.blocks().stream()
        .filter(block -> !block.name().equals("VALARM"))
        .forEach(block -> reading.lose(block.name(), "", "nothing"));
    if (todo.cut()) {
      reading.lose("VTODO", "", "its first million characters");
    }
  }

  private static String cut(Reading reading, String property, String text, int max) {
    if (text.codePointCount(0, text.length()) <= max) {
      return text;
    }
    reading.lose(property, text, "its first " + max + " characters");
    return text.substring(0, text.offsetByCodePoints(0, max));
  }

  /** Without control characters and halves of surrogate pairs, which cannot be kept. */
  private static String clean(String text, boolean lines) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(each -> each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE)
        .filter(each -> !Character.isISOControl(each) || lines && (each == '\n' || each == '\t'))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
