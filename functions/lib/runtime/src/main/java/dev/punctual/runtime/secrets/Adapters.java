package dev.punctual.runtime.secrets;

import java.util.Map;

/**
 * What stands behind the ports (DESIGN §6): {@code PUNCTUAL_ADAPTERS}, {@code local} or {@code
 * dapr}.
 */
public enum Adapters {
  /** Everything on one machine; the default. */
  LOCAL,
  /** A Dapr sidecar beside each process. */
  DAPR;

  public static final String VARIABLE = "PUNCTUAL_ADAPTERS";

  /**
   * As the environment says.
   *
   * @throws IllegalArgumentException when it names neither
   */
  public static Adapters of(Map<String, String> environment) {
    String name = environment.getOrDefault(VARIABLE, "local");
    return switch (name) {
      case "local", "" -> LOCAL;
      case "dapr" -> DAPR;
      default ->
          throw new IllegalArgumentException(VARIABLE + " must be local or dapr, not " + name);
    };
  }
}
