package dev.punctual.gateway.assistant.language.meaning;

import java.time.LocalDate;

/**
 * Days on end.
 *
 * @param name as the query grammar calls them, such as {@code this-week}; empty: it has no name
 * @param words as people call them
 * @param first inclusive
 * @param end exclusive
 */
public record Span(String name, String words, LocalDate first, LocalDate end) {

  /** The condition of the query grammar on a field, such as {@code due:this-week}. */
  String condition(String field) {
    return name.isEmpty() ? field + ">=" + first + " " + field + "<" + end : field + ":" + name;
  }
}
