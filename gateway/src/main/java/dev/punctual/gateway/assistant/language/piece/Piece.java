package dev.punctual.gateway.assistant.language.piece;

import dev.punctual.contracts.Priority;
import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a few words of a sentence were understood as. */
public sealed interface Piece {

  /**
   * A day.
   *
   * @param or the other day that the words may mean; null: they mean one
   */
  record Day(LocalDate date, @Nullable LocalDate or) implements Piece {}

  /**
   * A time of day.
   *
   * @param bare as a clock face shows it: before or after noon was not said
   */
  record Time(LocalTime time, boolean bare) implements Piece {}

  /**
   * A part of a day.
   *
   * @param today whether the word says of which day: "tonight"
   */
  record DayPart(PartOfDay part, boolean today) implements Piece {}

  /** An instant, counted from now. */
  record Moment(Instant at) implements Piece {}

  record Repeat(Repeating repeating) implements Piece {}

  record Start(Day day) implements Piece {}

  /** Through this day. */
  record Until(LocalDate day) implements Piece {}

  record Times(int count) implements Piece {}

  record Lasting(Length length) implements Piece {}

  record Rank(Priority priority) implements Piece {}

  record Labels(List<String> tags) implements Piece {
    public Labels {
      tags = List.copyOf(tags);
    }
  }

  /** A reminder this long before it is due. */
  record Ahead(Length length) implements Piece {}

  /** Words that cannot be taken as anything without asking. */
  record Unclear(String question, List<Choice> choices) implements Piece {
    public Unclear {
      choices = List.copyOf(choices);
    }
  }

  /**
   * Where a piece stands.
   *
   * @param from its first token
   * @param to one past its last
   */
  record Found(Piece piece, int from, int to) {}
}
