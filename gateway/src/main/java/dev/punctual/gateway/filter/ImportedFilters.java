package dev.punctual.gateway.filter;

import dev.punctual.contracts.Id.FilterId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import java.util.Optional;

/** Saved filters of a file. */
public final class ImportedFilters {
  private ImportedFilters() {}

  /**
   * Keeps a filter, unless there is one like it.
   *
   * @param tree of JSON
   * @return why it was not kept; empty: it was, or there is one like it
   */
  public static Optional<String> bring(Write write, Object tree) {
    try {
      FilterDraft draft = Json.bind(tree, FilterDraft.class, Json.UnknownFields.IGNORE);
      Filter filter =
          FilterController.filter(new FilterId(Uuid7.next()), draft, write.now(), write.now(), 1);
      if (!FilterStore.exists(write, filter)) {
        FilterController.requireRoom(write);
        FilterStore.create(write, filter);
      }
      return Optional.empty();
    } catch (JsonRefused | Refused e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
