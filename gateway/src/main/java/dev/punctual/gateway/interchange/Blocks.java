package dev.punctual.gateway.interchange;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import net.fortuna.ical4j.data.ContentHandler;
import org.jspecify.annotations.Nullable;

/** Puts components together from what the parser meets, within bounds. */
final class Blocks implements ContentHandler {
  /** Of all depths together. */
  static final int MAX_BLOCKS = 100_000;

  /** A VCALENDAR, a VTODO, a VALARM, and one to spare. */
  static final int MAX_DEPTH = 4;

  /** How much of one component and those within it is read, in characters. */
  static final int MAX_SIZE = 1_000_000;

  private final Consumer<Block> each;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, String> parameters = new HashMap<>();
  private int blocks;
  private int size;
  private boolean cut;
  private String value = "";
  private boolean whole;
  private @Nullable RuntimeException failure;

  Blocks(Consumer<Block> each) {
    this.each = each;
  }

  private record Open(String name, List<Line> lines, List<Block> blocks) {}

  /** What was refused here or by whom the components are told to; null: nothing was. */
  @Nullable RuntimeException failure() {
    return failure;
  }

  /** A file that just ends, or never begins, is none. */
  void requireWhole() {
    if (!whole) {
      throw new Refused(
          ProblemCode.NOT_A_CALENDAR, "", "A calendar file is between BEGIN and END:VCALENDAR.");
    }
  }

  @Override
  public void startCalendar() {
    whole = false;
  }

  @Override
  public void endCalendar() {
    whole = true;
  }

  @Override
  public void startComponent(String name) {
    if (++blocks > MAX_BLOCKS) {
      throw failed(
          new Refused(
              ProblemCode.TOO_MANY, "", "A file has at most " + MAX_BLOCKS + " components."));
    }
    if (open.size() + 1 >= MAX_DEPTH) {
      throw failed(
          new Refused(
              ProblemCode.NOT_A_CALENDAR,
              "",
              "Components are nested at most " + MAX_DEPTH + " deep."));
    }
    if (open.isEmpty()) {
      size = 0;
      cut = false;
    }
    open.push(new Open(upper(name), new ArrayList<>(), new ArrayList<>()));
  }

  @Override
  public void endComponent(String name) {
    Open ended = open.pop();
    Block block = new Block(ended.name(), ended.lines(), ended.blocks(), cut);
    Open around = open.peek();
    if (around == null) {
      tell(block);
    } else if (!cut) {
      around.blocks().add(block);
    }
  }

  @Override
  public void startProperty(String name) {
    parameters.clear();
    value = "";
  }

  @Override
  public void parameter(String name, String value) {
    parameters.put(upper(name), value.replace("\"", ""));
  }

  @Override
  public void propertyValue(String value) {
    this.value = value;
  }

  @Override
  public void endProperty(String name) {
    Open within = open.peek();
    if (within == null) {
      return;
    }
    // What the objects around the characters cost counts too.
    size += name.length() + value.length() + 100;
    cut |= size > MAX_SIZE;
    if (!cut) {
      within.lines().add(new Line(upper(name), parameters, value));
    }
  }

  private void tell(Block block) {
    try {
      each.accept(block);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private RuntimeException failed(RuntimeException reason) {
    failure = reason;
    return reason;
  }

  private static String upper(String name) {
    return name.strip().toUpperCase(Locale.ROOT);
  }
}
