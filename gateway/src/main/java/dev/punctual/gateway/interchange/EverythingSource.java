package dev.punctual.gateway.interchange;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.filter.ImportedFilters;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.people.ImportedProfile;
import dev.punctual.gateway.tag.ImportedTags;
import dev.punctual.gateway.write.Write;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@code export.json} made. What it tells of the past alone is passed over. */
final class EverythingSource implements Source {
  private static final int MAX_SMALL = 10_000;

  private final Spool spool;
  private final Instant now;
  private final List<Object> tags = new ArrayList<>();
  private final List<Object> filters = new ArrayList<>();
  private @Nullable Object profile;
  private boolean isOurs;
  private boolean hasOccurrences;
  private int things;

  EverythingSource(Spool spool, Instant now) {
    this.spool = spool;
    this.now = now;
  }

  @Override
  public int survey(Losses losses) {
    walk(this::look);
    if (!isOurs) {
      throw new Refused(
          ProblemCode.REQUIRED, "format", "format is required: \"punctual\", as export.json says.");
    }
    return 0;
  }

  private void look(String name, @Nullable Object value) {
    switch (name) {
      case "format" -> isOurs = "punctual".equals(value);
      case "profile" -> profile = value;
      case "tags" -> keep(tags, value);
      case "filters" -> keep(filters, value);
      case "series", "tasks" -> {
        if (++things > Blocks.MAX_BLOCKS) {
          throw new Refused(
              ProblemCode.TOO_MANY, name, "A file has at most " + Blocks.MAX_BLOCKS + " things.");
        }
        hasOccurrences |= kept(name, value).isOccurrence();
      }
      default -> {
        // Sessions, history and the like: they belong to where they were.
      }
    }
  }

  private static void keep(List<Object> list, @Nullable Object value) {
    if (value != null && list.size() < MAX_SMALL) {
      list.add(value);
    }
  }

  @Override
  public boolean isOverridden(String uid) {
    return hasOccurrences;
  }

  @Override
  public boolean hasOverrides() {
    return hasOccurrences;
  }

  @Override
  public Optional<Consumer<Write>> opening(Losses losses) {
    return Optional.of(
        write -> {
          if (profile != null) {
            tell(losses, "profile", ImportedProfile.bring(write, profile));
          }
          tags.forEach(tag -> tell(losses, "tags", ImportedTags.bring(write, tag)));
          filters.forEach(filter -> tell(losses, "filters", ImportedFilters.bring(write, filter)));
        });
  }

  private static void tell(Losses losses, String what, Optional<String> refusal) {
    refusal.ifPresent(why -> losses.add(new Losses.Loss("", "", what, why, "nothing")));
  }

  @Override
  public void items(boolean occurrences, Losses losses, Consumer<Supplier<Item>> each) {
    LocalTime dayStart = ImportedProfile.dayStart(profile);
    walk(
        (name, value) -> {
          if (name.equals("series") || name.equals("tasks")) {
            Kept kept = kept(name, value);
            if (kept.isOccurrence() == occurrences) {
              each.accept(() -> kept.item(now, dayStart));
            }
          }
        });
  }

  /** A newer export may say more: what nothing knows is passed over. */
  private static Kept kept(String name, @Nullable Object tree) {
    return name.equals("series")
        ? Json.bind(tree, Kept.OfSeries.class, Json.UnknownFields.IGNORE)
        : Json.bind(tree, Kept.OfTask.class, Json.UnknownFields.IGNORE);
  }

  /** Refusals say where they are. */
  private void walk(BiConsumer<String, @Nullable Object> each) {
    Position position = new Position();
    try (Reader reader = spool.open()) {
      Json.members(
          reader,
          (name, value) -> {
            position.at(name);
            each.accept(name, value);
          });
    } catch (JsonRefused e) {
      throw e.reason() == JsonRefused.Reason.SYNTAX ? e : e.within(position.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Position {
    private String name = "";
    private int index;

    void at(String next) {
      index = next.equals(name) ? index + 1 : 0;
      name = next;
    }

    String text() {
      return name + "[" + index + "]";
    }
  }
}
