package dev.punctual.gateway.change;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What stands in the way of an undo: which things, and which of their fields. */
public final class Conflicts {
  /** Enough to understand it by. */
  private static final int MAX_TOLD = 100;

  private final Map<String, String> fields = new LinkedHashMap<>();

  /**
   * Notes one.
   *
   * @param things the plural of what it is, as in paths
   */
  public void add(String things, UUID id, Undoing.Conflict<?> conflict) {
    if (conflict.fields().isEmpty()) {
      fields.put(things + "/" + id, "It is gone.");
    }
    conflict.fields().forEach(field -> add(things, id, field, "It has changed since."));
  }

  /** Notes one of a field. */
  public void add(String things, UUID id, String field, String message) {
    fields.put(things + "/" + id + "." + field, message);
  }

  /**
   * Goes on only where there are none.
   *
   * @throws Refused naming them
   */
  public void refuseAny() {
    if (!fields.isEmpty()) {
      Map<String, String> told = new LinkedHashMap<>();
      fields.entrySet().stream()
          .limit(MAX_TOLD)
          .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
      throw Refused.of(
          ProblemCode.UNDO_CONFLICT,
          "What it changed has been changed since in "
              + fields.size()
              + (fields.size() == 1 ? " place" : " places")
              + "; nothing was undone.",
          told);
    }
  }
}
