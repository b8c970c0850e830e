package dev.punctual.gateway.assistant;

import dev.punctual.gateway.assistant.language.add.QuickAdd;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells how a line would be understood, before anybody saves it. */
@Controller("/api/v1/quick-add")
final class QuickAddController {
  private static final Duration OLDEST = Duration.ofDays(30);

  private final Speakers speakers;

  QuickAddController(Speakers speakers) {
    this.speakers = speakers;
  }

  /**
   * A line to read.
   *
   * @param text at most 2,000 UTF-16 code units
   * @param writtenAt when it was written, which decides what "tomorrow" is: in the past, at most 30
   *     days ago. Null: now
   */
  record Line(String text, @Nullable Instant writtenAt) {}

  /** Tells how a line would be understood: its parts, and the task or the series it would be. */
  @Post("/preview")
  QuickAdd preview(Person person, @Body Line line) {
    if (line.text().length() > QuickAdd.MAX_TEXT) {
      throw new Refused(
          ProblemCode.TOO_LONG, "text", "A line has at most " + QuickAdd.MAX_TEXT + " characters.");
    }
    Speaker now = speakers.now(person);
    Instant writtenAt = line.writtenAt();
    return QuickAdd.of(
        line.text(),
        writtenAt == null ? now : new Speaker(inReach(writtenAt, now), now.zone(), now.habits()));
  }

  /** A device's clock may be a little ahead of ours: what it says is then meant as now. */
  private static Instant inReach(Instant writtenAt, Speaker now) {
    if (writtenAt.isBefore(now.now().minus(OLDEST))) {
      throw new Refused(
          ProblemCode.INVALID_VALUE,
          "writtenAt",
          "A line is read until " + OLDEST.toDays() + " days after it was written.");
    }
    return writtenAt.isAfter(now.now()) ? now.now() : writtenAt;
  }
}
