package dev.punctual.gateway.assistant.language.meaning;

import dev.punctual.contracts.Priority;
import dev.punctual.gateway.assistant.language.text.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a person asks for. What is not said asks for nothing.
 *
 * @param words each in the title or the notes
 * @param topics each a tag, or in the title or the notes: "work tasks"
 * @param due when it is due
 * @param completed when it was completed
 */
public record Wanted(
    State state,
    List<String> words,
    List<String> topics,
    List<String> tags,
    @Nullable Priority priority,
    @Nullable Span due,
    @Nullable Span completed,
    boolean overdue,
    boolean recurring) {

  public Wanted {
    words = List.copyOf(words);
    topics = List.copyOf(topics);
    tags = List.copyOf(tags);
  }

  /** In which state. */
  public enum State {
    OPEN,
    COMPLETED,
    ANY
  }

  /** Those that have all of these words. */
  public static Wanted named(State state, List<String> words) {
    return new Wanted(state, words, List.of(), List.of(), null, null, null, false, false);
  }

  /** The same in another state. */
  public Wanted in(State other) {
    return new Wanted(other, words, topics, tags, priority, due, completed, overdue, recurring);
  }

  /** The same in another state, whenever it is due. */
  public Wanted wider(State other) {
    return new Wanted(other, words, topics, tags, priority, null, null, false, recurring);
  }

  /** Whether it asks for some, not just for all of a state. */
  public boolean isNarrow() {
    return !words.isEmpty()
        || !topics.isEmpty()
        || !tags.isEmpty()
        || priority != null
        || due != null
        || completed != null
        || overdue
        || recurring;
  }

  /** In the query grammar (DESIGN §5). */
  public String query() {
    List<String> terms = new ArrayList<>();
    if (overdue) {
      terms.add("is:overdue");
    } else if (state == State.OPEN) {
      terms.add("is:open");
    } else if (state == State.COMPLETED) {
      terms.add("status:completed");
    }
    if (recurring) {
      terms.add("is:recurring");
    }
    if (priority != null) {
      terms.add("priority:" + priority.wireName());
    }
    tags.forEach(tag -> terms.add("tag:" + quoted(tag)));
    topics.forEach(topic -> terms.add("(tag:" + quoted(topic) + " OR " + quoted(topic) + ")"));
    if (due != null) {
      terms.add(due.condition("due"));
    }
    if (completed != null) {
      terms.add(completed.condition("completed"));
    }
    words.forEach(word -> terms.add(quoted(word)));
    return String.join(" ", terms);
  }

  /** As people say it: "open tasks tagged work, due this week". */
  public String spoken() {
    StringBuilder spoken = new StringBuilder();
    spoken.append(
        overdue
            ? "overdue "
            : switch (state) {
              case OPEN -> "open ";
              case COMPLETED -> "completed ";
              case ANY -> "";
            });
    spoken.append(recurring ? "recurring " : "");
    spoken.append(priority == null ? "" : priority.wireName() + "-priority ");
    topics.forEach(topic -> spoken.append(topic).append(' '));
    spoken.append("tasks");
    spoken.append(tags.isEmpty() ? "" : " tagged " + Say.all(tags));
    spoken.append(due == null ? "" : " due " + due.words());
    spoken.append(completed == null ? "" : " from " + completed.words());
    spoken.append(words.isEmpty() ? "" : " about \u201c" + String.join(" ", words) + "\u201d");
    return spoken.toString();
  }

  private static String quoted(String word) {
    boolean plain = word.matches("[\\p{L}\\p{N}_]+") && !word.toUpperCase(Locale.ROOT).equals("OR");
    return plain ? word : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
