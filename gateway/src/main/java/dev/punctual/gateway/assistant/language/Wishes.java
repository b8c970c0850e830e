package dev.punctual.gateway.assistant.language;

import dev.punctual.contracts.Priority;
import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import dev.punctual.gateway.assistant.language.meaning.Span;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import dev.punctual.gateway.assistant.language.meaning.Wanted.State;
import dev.punctual.gateway.assistant.language.piece.Piece;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Rank;
import dev.punctual.gateway.assistant.language.scan.Labels;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.time.Spans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which tasks are asked for: "high-priority incomplete work tasks due this week". */
final class Wishes {
  private static final Set<String> OPEN =
      Set.of(
          "open",
          "incomplete",
          "pending",
          "unfinished",
          "uncompleted",
          "undone",
          "active",
          "outstanding",
          "remaining",
          "left");
  private static final Set<String> DONE =
      Set.of(
          "completed",
          "complete",
          "done",
          "finished",
          "finish",
          "did",
          "closed",
          "accomplish",
          "accomplished");
  private static final Set<String> LATE = Set.of("overdue", "late");
  private static final Set<String> RECURRING = Set.of("recurring", "repeating");
  private static final Set<String> THINGS = Set.of("tasks", "task", "todos", "items", "things");
  private static final Set<String> ABOUT =
      Set.of("about", "named", "called", "containing", "like", "mentioning", "with", "matching");
  private static final Set<String> EMPTY =
      Set.of(
          "all",
          "my",
          "the",
          "me",
          "show",
          "list",
          "everything",
          "every",
          "on",
          "for",
          "from",
          "in",
          "that",
          "are",
          "is",
          "i",
          "have",
          "had",
          "do",
          "any",
          "a",
          "an",
          "of",
          "which",
          "what",
          "'",
          "s",
          "due",
          "to",
          "and",
          ",",
          "?",
          ".",
          "!",
          "please",
          "up",
          "got",
          "there",
          "still",
          "was",
          "were",
          "by",
          "this",
          "these",
          "those",
          "how",
          "many",
          "planned",
          "scheduled",
          "not",
          "yet",
          "find",
          "search",
          "look",
          "give",
          "anything",
          "something",
          "happening",
          "next",
          "need",
          "should",
          "get",
          "be",
          "can",
          "you",
          "ve",
          "m",
          "agenda",
          "schedule",
          "plate",
          "plan",
          "with",
          "one",
          "ones",
          "display",
          "has",
          "been",
          "tell",
          "re",
          "coming",
          "where",
          "looking");

  private final Tokens tokens;
  private final LocalDate today;
  private final List<String> words = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private State state = State.ANY;
  private @Nullable Priority priority;
  private @Nullable Span span;
  private boolean overdue;
  private boolean recurring;
  private boolean about;

  private Wishes(Tokens tokens, LocalDate today) {
    this.tokens = tokens;
    this.today = today;
  }

  /**
   * What a part of the tokens asks for.
   *
   * @param unsaid the state of what names none
   */
  static Wanted read(Tokens tokens, int from, int to, LocalDate today, State unsaid) {
    Wishes wishes = new Wishes(tokens, today);
    int at = from;
    while (at < to) {
      at = wishes.take(at);
    }
    return wishes.wanted(unsaid);
  }

  private Wanted wanted(State unsaid) {
    State asked = state == State.ANY ? unsaid : state;
    boolean done = asked == State.COMPLETED;
    return new Wanted(
        asked,
        words,
        topics,
        tags,
        priority,
        done ? null : span,
        done ? span : null,
        overdue,
        recurring);
  }

  /** One past what was taken. */
  private int take(int at) {
    String word = tokens.word(at);
    if (tokens.get(at).isQuotation()) {
      words.add(tokens.written(at, at + 1));
      return at + 1;
    }
    Found label = tag(at);
    if (label != null) {
      return take(label);
    }
    Spans.Read days = span == null ? Spans.at(tokens, at, today) : null;
    if (days != null) {
      span = days.span();
      // A question is for the whole day.
      return PartOfDay.of(tokens.word(days.to())) == null ? days.to() : days.to() + 1;
    }
    if (OPEN.contains(word)) {
      state = State.OPEN;
    } else if (tokens.are(at, "not", "done") || tokens.are(at, "not", "completed")) {
      state = State.OPEN;
      return at + 2;
    } else if (DONE.contains(word) && state != State.OPEN) {
      state = State.COMPLETED;
    } else if (LATE.contains(word)) {
      overdue = true;
      state = State.OPEN;
    } else if (word.equals("important") && !about) {
      priority = Priority.HIGH;
    } else if (RECURRING.contains(word)) {
      recurring = true;
    } else if (ABOUT.contains(word)) {
      about = true;
    } else {
      takeWord(at, word);
    }
    return at + 1;
  }

  private void takeWord(int at, String word) {
    boolean mark = tokens.get(at).isMark();
    if (mark || THINGS.contains(word) || EMPTY.contains(word)) {
      return;
    }
    String written = tokens.written(at, at + 1).toLowerCase(Locale.ROOT);
    if (!about && THINGS.contains(tokens.word(at + 1))) {
      topics.add(written);
    } else {
      words.add(written);
    }
  }

  private @Nullable Found tag(int at) {
    Found label = Labels.at(tokens, at);
    boolean tagged = label == null && tokens.is(at, "tag");
    return tagged && at + 1 < tokens.size() && !tokens.get(at + 1).isMark()
        ? new Found(new Piece.Labels(List.of(tokens.written(at + 1, at + 2))), at, at + 2)
        : label;
  }

  private int take(Found label) {
    switch (label.piece()) {
      case Rank rank -> priority = rank.priority();
      case Piece.Labels labels ->
          labels.tags().forEach(tag -> tags.add(tag.toLowerCase(Locale.ROOT)));
      default -> throw new IllegalStateException("no label: " + label);
    }
    return label.to();
  }
}
