package dev.punctual.gateway.query;

import java.util.List;

/**
 * A condition on one row of {@code task}, under the alias {@code t}. It says nothing of whose the
 * row is: the statement around it names the person, always.
 *
 * @param sql true, false or null, in parentheses where it needs them; made of our own text only
 * @param arguments for its parameters, in their order: all that the person wrote
 */
public record Condition(String sql, List<Object> arguments) {
  public Condition {
    arguments = List.copyOf(arguments);
  }
}
