package dev.punctual.gateway.interchange;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;

/**
 * Reads a calendar file one component at a time, with ical4j's tokens and none of its model: that
 * holds a file in memory as a whole, and looks zones up over the network.
 */
final class CalendarFile {
  private CalendarFile() {}

  /**
   * Tells of each component right below a VCALENDAR, in the order of the file.
   *
   * @param file buffered
   * @throws Refused NOT_A_CALENDAR, with the line; TOO_MANY, when there are more components than
   *     {@link Blocks#MAX_BLOCKS}
   */
  static void read(Reader file, Consumer<Block> each) {
    Blocks blocks = new Blocks(each);
    try {
      new CalendarParserImpl().parse(new UnfoldedReader(file), blocks);
    } catch (ParserException e) {
      RuntimeException failure = blocks.failure();
      if (failure != null) {
        throw failure;
      }
      throw new Refused(
          ProblemCode.NOT_A_CALENDAR,
          "",
          "Line " + e.getLineNo() + ", folded lines counted as one, cannot be read.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    blocks.requireWhole();
  }
}
