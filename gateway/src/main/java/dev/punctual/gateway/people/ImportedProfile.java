package dev.punctual.gateway.people;

import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import java.time.LocalTime;
import java.time.ZoneOffset;
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

  /** From when a date counted there; 09:00 when the file does not say. */
  public static LocalTime dayStart(@Nullable Object tree) {
    LocalTime usual = LocalClock.usual(ZoneOffset.UTC).dayStart();
    try {
      WorkingHours hours =
          tree == null
              ? null
              : Json.bind(tree, Told.class, Json.UnknownFields.IGNORE).workingHours();
      return hours == null ? usual : ProfileDecider.hours(hours).orRefuse().start();
    } catch (JsonRefused | Refused e) {
      // Why it cannot be read is told when it is taken over.
      return usual;
    }
  }

  /**
   * Takes it over.
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
        ProfileChange.save(write, before, after);
        yield Optional.empty();
      }
    };
  }
}
