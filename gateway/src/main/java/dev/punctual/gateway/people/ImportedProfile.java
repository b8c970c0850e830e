package dev.punctual.gateway.people;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.series.ZoneFollowers;
import dev.punctual.gateway.write.Write;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of how a person likes it. Name, address and password stay what they are here.
 */
public final class ImportedProfile {
  private ImportedProfile() {}

  private record Told(
      String zone,
      @Nullable String locale,
      @Nullable WeekStart weekStart,
      @Nullable WorkingHours workingHours,
      @Nullable String evening) {}

  /**
   * Takes it over; series without a zone of their own follow the zone.
   *
   * @param tree of JSON
   * @return why it was not; empty: it was
   */
  public static Optional<String> bring(Write write, Object tree) {
    Told told;
    try {
      told = Json.bind(tree, Told.class, Json.UnknownFields.IGNORE);
    } catch (JsonRefused e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    Me before = ProfileStore.lock(write);
    MeDraft draft =
        new MeDraft(
            before.name(),
            told.zone(),
            told.locale(),
            told.weekStart(),
            told.workingHours(),
            told.evening());
    return switch (ProfileDecider.edit(before, draft)) {
      case Rejected<Me> rejected -> Optional.of(rejected.message());
      case Accepted<Me>(Me after) -> {
        ProfileStore.save(write, before, after);
        if (!after.zone().equals(before.zone())) {
          ZoneFollowers.move(write);
        }
        yield Optional.empty();
      }
    };
  }
}
