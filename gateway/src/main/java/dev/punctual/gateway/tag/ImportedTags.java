package dev.punctual.gateway.tag;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Sql;
import java.util.Optional;

/** Tags of a file. */
public final class ImportedTags {
  private ImportedTags() {}

  /**
   * Keeps a tag, and its colour where it has none here.
   *
   * @param tree of JSON
   * @return why it was not kept; empty: it was
   */
  public static Optional<String> bring(Write write, Object tree) {
    TagDraft told;
    try {
      told = Json.bind(tree, TagDraft.class, Json.UnknownFields.IGNORE);
    } catch (JsonRefused e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return switch (TagDecider.decide("", told, false)) {
      case Rejected<TagDecider.Outcome> rejected -> Optional.of(rejected.message());
      case Accepted<TagDecider.Outcome>(TagDecider.Outcome.Kept kept) -> {
        Sql.execute(
            write.connection(),
            "INSERT INTO tag (user_id, name, colour) VALUES (?, ?, ?) ON CONFLICT (user_id, name)"
                + " DO UPDATE SET colour = excluded.colour WHERE tag.colour IS NULL",
            write.user(),
            kept.name(),
            kept.colour());
        yield Optional.empty();
      }
      case Accepted<TagDecider.Outcome>(TagDecider.Outcome.Merged merged) ->
          throw new IllegalStateException("nothing is taken: " + merged);
    };
  }
}
