package dev.punctual.gateway.assistant.language.add;

import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.WireName;
import dev.punctual.gateway.assistant.language.meaning.Addition;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.piece.Piece;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.text.Say;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.task.TaskDraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line as it would be added, and how each of its words was understood.
 *
 * @param parts in their order, none over another; what lies between them counts for nothing
 * @param task null: it recurs
 * @param series null: it does not
 * @param reminders of the task; those of a series are in it
 */
public record QuickAdd(
    List<Part> parts,
    @Nullable TaskDraft task,
    @Nullable SeriesDraft series,
    List<RelativeReminder> reminders) {
  /** More is not read. */
  public static final int MAX_TEXT = 2_000;

  public QuickAdd {
    parts = List.copyOf(parts);
    reminders = List.copyOf(reminders);
  }

  /**
   * Some words.
   *
   * @param from where they begin in the text, in UTF-16 code units
   * @param to where they end, exclusive
   * @param value what they mean: of a title the words, a date {@code 2026-03-14}, a time {@code
   *     14:00}, a recurrence its rule, a reminder how long before (ISO 8601), a tag its name; of
   *     what is unclear the question
   */
  public record Part(int from, int to, Kind kind, String value) {}

  /** What words were understood as. */
  public enum Kind implements WireName {
    TITLE,
    /** "Add a task", "remind me to": said to us, and not kept. */
    COMMAND,
    DATE,
    TIME,
    RECURRENCE,
    /** Where what recurs starts. */
    START,
    /** Where what recurs ends. */
    END,
    PRIORITY,
    TAG,
    REMINDER,
    /** They have more than one meaning, or none: they count for nothing until they are clear. */
    UNCLEAR;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads a line of at most {@link #MAX_TEXT} UTF-16 code units. */
  public static QuickAdd of(String text, Speaker speaker) {
    Phrase phrase = Phrase.of(Tokens.of(text), speaker);
    Addition addition = phrase.addition();
    String time = time(addition);
    List<Part> parts = new ArrayList<>();
    phrase.chosen().found().forEach(found -> add(parts, phrase.scan().tokens(), found, time));
    runs(parts, phrase, phrase.title().words(), Kind.TITLE);
    runs(parts, phrase, phrase.title().command(), Kind.COMMAND);
    return switch (addition) {
      case Addition.OneTask(TaskDraft task, List<RelativeReminder> reminders, String remark) ->
          new QuickAdd(ordered(parts), task, null, reminders);
      case Addition.Recurring(SeriesDraft series, String remark) ->
          new QuickAdd(ordered(parts), null, series, List.of());
      case Addition.Unsure(Doubt doubt) -> {
        parts.removeIf(part -> part.from() < doubt.to() && part.to() > doubt.from());
        parts.add(new Part(doubt.from(), doubt.to(), Kind.UNCLEAR, doubt.question()));
        yield new QuickAdd(ordered(parts), phrase.known(), null, List.of());
      }
    };
  }

  private static List<Part> ordered(List<Part> parts) {
    return parts.stream().sorted(Comparator.comparingInt(Part::from)).toList();
  }

  private static void add(List<Part> parts, Tokens tokens, Found found, String time) {
    int from = tokens.get(found.from()).from();
    int to = tokens.get(found.to() - 1).to();
    switch (found.piece()) {
      case Piece.Day day -> parts.add(new Part(from, to, Kind.DATE, day.date().toString()));
      case Piece.Start start ->
          parts.add(new Part(from, to, Kind.START, start.day().date().toString()));
      case Piece.Time said ->
          parts.add(new Part(from, to, Kind.TIME, time.isEmpty() ? Say.time(said.time()) : time));
      case Piece.DayPart said ->
          parts.add(new Part(from, to, Kind.TIME, time.isEmpty() ? said.part().word() : time));
      case Piece.Moment moment -> parts.add(new Part(from, to, Kind.TIME, moment.at().toString()));
      case Piece.Repeat repeat ->
          parts.add(new Part(from, to, Kind.RECURRENCE, repeat.repeating().rule("")));
      case Piece.Until until -> parts.add(new Part(from, to, Kind.END, until.day().toString()));
      case Piece.Times times -> parts.add(new Part(from, to, Kind.END, "" + times.count()));
      case Piece.Lasting lasting ->
          parts.add(new Part(from, to, Kind.END, lasting.length().toString()));
      case Piece.Rank rank ->
          parts.add(new Part(from, to, Kind.PRIORITY, rank.priority().wireName()));
      case Piece.Labels labels ->
          parts.add(new Part(from, to, Kind.TAG, String.join(", ", labels.tags())));
      case Piece.Ahead ahead ->
          parts.add(new Part(from, to, Kind.REMINDER, ahead.length().toString()));
      case Piece.Unclear unclear -> parts.add(new Part(from, to, Kind.UNCLEAR, unclear.question()));
    }
  }

  /** The time of day that was decided on; empty: none was. */
  private static String time(Addition addition) {
    String local =
        switch (addition) {
          case Addition.OneTask(TaskDraft task, var reminders, var remark) ->
              task.due() == null || task.due().local() == null ? "" : task.due().local().toString();
          case Addition.Recurring(SeriesDraft series, var remark) -> series.start();
          case Addition.Unsure unsure -> "";
        };
    int at = local.indexOf('T');
    return at < 0 ? "" : local.substring(at + 1);
  }

  private static void runs(List<Part> parts, Phrase phrase, List<Integer> words, Kind kind) {
    Tokens tokens = phrase.scan().tokens();
    List<Integer> sorted = words.stream().sorted().toList();
    int start = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (i + 1 == sorted.size() || sorted.get(i + 1) != sorted.get(i) + 1) {
        int from = tokens.get(sorted.get(start)).from();
        int to = tokens.get(sorted.get(i)).to();
        parts.add(new Part(from, to, kind, tokens.text().substring(from, to)));
        start = i + 1;
      }
    }
  }
}
