package dev.punctual.gateway.query;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.util.List;

/**
 * A text that is no query.
 *
 * @param code {@code query-…}; stable
 * @param position where it goes wrong, in UTF-16 code units from 0; at most the text's length
 * @param message what is wrong and what would be right, for people
 * @param suggestions what may have been meant in place of the word at the position, the likeliest
 *     first; may be empty
 */
public record Unreadable(ProblemCode code, int position, String message, List<String> suggestions)
    implements Parsed {
  public Unreadable {
    suggestions = List.copyOf(suggestions);
  }

  @Override
  public Query orRefuse(String field) {
    throw Refused.at(code, field, message, new Refused.Place(position, suggestions));
  }
}
