package dev.punctual.gateway.query;

import dev.punctual.gateway.http.Refused;

/** What became of a query's text. */
public sealed interface Parsed permits Query, Unreadable {

  /**
   * The query.
   *
   * @param field the parameter or the field of the body that it stood in
   * @throws Refused naming the position, when the text is none
   */
  Query orRefuse(String field);
}
