package dev.punctual.gateway.query;

/** What a query's text falls into. Positions count UTF-16 code units from 0. */
sealed interface Token {
  int position();

  /** {@code (}. */
  record Open(int position) implements Token {}

  /** {@code )}. */
  record Close(int position) implements Token {}

  /** {@code -} right before what it excludes. */
  record Minus(int position) implements Token {}

  /** {@code OR}, in capitals. */
  record Or(int position) implements Token {}

  /** A word, or a phrase without its quotes. */
  record Words(int position, String text) implements Token {}

  /** A key, an operator and a value, such as {@code tag:work} or {@code due<"2026-12-01"}. */
  record Field(
      int position,
      String key,
      int operatorPosition,
      Operator operator,
      int valuePosition,
      String value)
      implements Token {}
}
