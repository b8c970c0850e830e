package dev.punctual.gateway.interchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component of a calendar file (RFC 5545 §3.6).
 *
 * @param name in upper case
 * @param cut whether it was larger than is read of one, and the rest dropped
 */
record Block(String name, List<Line> lines, List<Block> blocks, boolean cut) {
  Block {
    lines = List.copyOf(lines);
    blocks = List.copyOf(blocks);
  }

  Optional<Line> first(String name) {
    return all(name).findFirst();
  }

  Stream<Line> all(String name) {
    return lines.stream().filter(line -> line.name().equals(name));
  }

  boolean has(String name) {
    return first(name).isPresent();
  }

  /** The value of a line as it is written; empty when there is none. */
  String value(String name) {
    return first(name).map(Line::value).orElse("");
  }

  /** The value of a line as text; empty when there is none. */
  String text(String name) {
    return first(name).map(Line::text).orElse("");
  }
}
