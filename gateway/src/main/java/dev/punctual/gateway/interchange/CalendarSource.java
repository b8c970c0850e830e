package dev.punctual.gateway.interchange;

import dev.punctual.contracts.LocalClock;
import dev.punctual.gateway.write.Write;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A calendar file (RFC 5545). */
final class CalendarSource implements Source {
  private final Spool spool;
  private final Instant now;
  private final LocalTime dayStart;
  private final ZoneNames zones;
  private final Survey survey;

  CalendarSource(Spool spool, LocalClock person, Instant now) {
    this.spool = spool;
    this.now = now;
    this.dayStart = person.dayStart();
    this.zones = new ZoneNames(person.zone(), now.atOffset(ZoneOffset.UTC).getYear());
    this.survey = new Survey(zones);
  }

  @Override
  public int survey(Losses losses) {
    walk(survey::look);
    return survey.tell(losses);
  }

  @Override
  public boolean isOverridden(String uid) {
    return survey.isOverridden(uid);
  }

  @Override
  public boolean hasOverrides() {
    return survey.hasOverrides();
  }

  @Override
  public Optional<Consumer<Write>> opening(Losses losses) {
    return Optional.empty();
  }

  @Override
  public void items(boolean occurrences, Losses losses, Consumer<Supplier<Item>> each) {
    TodoReader todos = new TodoReader(zones, dayStart, losses, now);
    walk(
        block -> {
          if (block.name().equals("VTODO") && block.has("RECURRENCE-ID") == occurrences) {
            each.accept(() -> todos.read(block));
          }
        });
  }

  private void walk(Consumer<Block> each) {
    try (Reader reader = spool.open()) {
      CalendarFile.read(reader, each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
