package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.Piece.Ahead;
import dev.punctual.gateway.assistant.language.Piece.Day;
import dev.punctual.gateway.assistant.language.Piece.DayPart;
import dev.punctual.gateway.assistant.language.Piece.Found;
import dev.punctual.gateway.assistant.language.Piece.Lasting;
import dev.punctual.gateway.assistant.language.Piece.Moment;
import dev.punctual.gateway.assistant.language.Piece.Rank;
import dev.punctual.gateway.assistant.language.Piece.Repeat;
import dev.punctual.gateway.assistant.language.Piece.Start;
import dev.punctual.gateway.assistant.language.Piece.Time;
import dev.punctual.gateway.assistant.language.Piece.Times;
import dev.punctual.gateway.assistant.language.Piece.Unclear;
import dev.punctual.gateway.assistant.language.Piece.Until;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pieces that say something of a thing to add: the first of each kind. What repeats one, or
 * makes no sense beside the others, are words of the title.
 */
final class Selection {
  private Selection() {}

  static Scan of(Scan scan) {
    boolean repeats = scan.first(Repeat.class).isPresent();
    boolean anchored =
        scan.first(Repeat.class).filter(repeat -> Timing.needsDay(repeat.repeating())).isPresent();
    boolean dated =
        scan.first(Day.class).isPresent()
            || scan.first(Start.class).isPresent()
            || scan.first(Time.class).isPresent();
    List<Found> chosen = new ArrayList<>();
    Set<String> kinds = new HashSet<>();
    for (Found found : scan.found()) {
      String once =
          switch (found.piece()) {
            case Unclear unclear -> "unclear";
            case Repeat repeat -> "repeat";
            case Time time -> "time";
            case DayPart part -> "part";
            case Day day -> !repeats || anchored ? "day" : "";
            case Start start -> "day";
            case Moment moment -> repeats || dated ? "" : "moment";
            case Until until -> repeats ? "end" : "";
            case Times times -> repeats ? "end" : "";
            case Lasting lasting -> repeats ? "end" : "";
            case Rank rank -> "rank";
            case Ahead ahead -> "ahead " + ahead.length();
            case Piece.Labels labels -> "labels " + found.from();
          };
      if (!once.isEmpty() && kinds.add(once)) {
        chosen.add(found);
      }
    }
    return new Scan(scan.tokens(), chosen);
  }
}
