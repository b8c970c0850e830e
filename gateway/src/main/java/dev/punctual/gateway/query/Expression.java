package dev.punctual.gateway.query;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.TaskStatus;
import java.util.List;

/** A query as it was understood: what tasks are to fulfil. */
sealed interface Expression {

  /** Nothing was asked. */
  record Everything() implements Expression {}

  /** All of these; never empty. */
  record All(List<Expression> parts) implements Expression {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of these; never empty. */
  record Any(List<Expression> parts) implements Expression {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** Not this. */
  record Not(Expression part) implements Expression {}

  /** A part of the title or the notes, whatever its case and accents. */
  record Contains(String text) implements Expression {}

  /**
   * One of its tags.
   *
   * @param name in lower case
   */
  record Tagged(String name) implements Expression {}

  /**
   * Any of these priorities; none when it is empty.
   *
   * @param priorities in the order of sorting
   */
  record Prioritised(List<Priority> priorities) implements Expression {
    public Prioritised {
      priorities = List.copyOf(priorities);
    }
  }

  /** Exactly this status. */
  record InStatus(TaskStatus status) implements Expression {}

  /** Pending or active. */
  record Open() implements Expression {}

  /** Open, and past its due; a date is, when its day has ended. */
  record Overdue() implements Expression {}

  /** An occurrence of a series. */
  record Recurring() implements Expression {}

  /** A reminder of it is still to come. */
  record Reminded() implements Expression {}

  /** Due at any time. */
  record HasDue() implements Expression {}

  /** Due within a period, or before or after it. */
  record Due(Operator operator, Period period) implements Expression {}

  /** Completed within a period, or before or after it. */
  record Completed(Operator operator, Period period) implements Expression {}
}
