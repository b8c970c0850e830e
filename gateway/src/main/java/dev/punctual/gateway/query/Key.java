package dev.punctual.gateway.query;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.WireName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a query may ask for by name, and with which values. */
enum Key implements WireName {
  /** Takes any text. */
  TAG(List.of()),
  PRIORITY(names(Priority.values())),
  STATUS(names(TaskStatus.values())),
  IS(List.of("open", "overdue", "recurring")),
  HAS(List.of("reminder")),
  /** Takes dates besides. */
  DUE(plus(names(Period.Named.values()), "none", "overdue")),
  /** Takes dates besides. */
  COMPLETED(names(Period.Named.values()));

  private final List<String> words;

  Key(List<String> words) {
    this.words = words;
  }

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> words() {
    return words;
  }

  /** Whether its values have an order. */
  boolean isOrdered() {
    return this == PRIORITY || takesDates();
  }

  boolean takesDates() {
    return this == DUE || this == COMPLETED;
  }

  static List<String> names(WireName... constants) {
    return Arrays.stream(constants).map(WireName::wireName).toList();
  }

  private static List<String> plus(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(Arrays.asList(more));
    return List.copyOf(all);
  }
}
