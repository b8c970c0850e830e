package dev.punctual.gateway.assistant.deed;

import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.WireName;
import java.util.Locale;
import java.util.UUID;

/** One of a person's things, by name. */
public record Subject(Kind kind, UUID id, String title) {

  /** What sort of thing. */
  public enum Kind implements WireName {
    TASK,
    SERIES;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Subject of(Task task) {
    return new Subject(Kind.TASK, task.id().value(), task.title());
  }

  public static Subject of(Series series) {
    return new Subject(Kind.SERIES, series.id().value(), series.title());
  }
}
