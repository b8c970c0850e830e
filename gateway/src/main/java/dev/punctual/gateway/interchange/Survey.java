package dev.punctual.gateway.interchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The first way through a file: its zones, which may be defined behind their use, and what has
 * occurrences of its own. Nothing is written before it has come to the end.
 */
final class Survey {
  private final ZoneNames zones;
  private final Set<String> overridden = new HashSet<>();
  private final Map<String, Integer> others = new HashMap<>();

  Survey(ZoneNames zones) {
    this.zones = zones;
  }

  void look(Block block) {
    switch (block.name()) {
      case "VTIMEZONE" -> zones.define(block);
      case "VTODO" -> {
        if (block.has("RECURRENCE-ID")) {
          overridden.add(Uids.of(block));
        }
      }
      default -> {
        if (others.size() < 100 || others.containsKey(block.name())) {
          others.merge(block.name(), 1, Integer::sum);
        }
      }
    }
  }

  /** Whether occurrences of this one stand in the file. */
  boolean isOverridden(String uid) {
    return overridden.contains(uid);
  }

  boolean hasOverrides() {
    return !overridden.isEmpty();
  }

  /** Tells of components that are no tasks; how many there are. */
  int tell(Losses losses) {
    others.forEach(
        (name, count) ->
            losses.add(
                new Losses.Loss(
                    "", "", name, count + " of them", "nothing: only VTODO is a task")));
    return others.values().stream().mapToInt(Integer::intValue).sum();
  }
}
