package dev.punctual.gateway.assistant.language.scan;

import dev.punctual.gateway.assistant.language.piece.Piece;
import dev.punctual.gateway.assistant.language.piece.Piece.Ahead;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.DayPart;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Lasting;
import dev.punctual.gateway.assistant.language.piece.Piece.Moment;
import dev.punctual.gateway.assistant.language.piece.Piece.Rank;
import dev.punctual.gateway.assistant.language.piece.Piece.Repeat;
import dev.punctual.gateway.assistant.language.piece.Piece.Start;
import dev.punctual.gateway.assistant.language.piece.Piece.Time;
import dev.punctual.gateway.assistant.language.piece.Piece.Times;
import dev.punctual.gateway.assistant.language.piece.Piece.Unclear;
import dev.punctual.gateway.assistant.language.piece.Piece.Until;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pieces that say something of a thing to add: the first of each kind. What repeats one, or
 * makes no sense beside the others, are words of the title.
 */
public final class Selection {
  private Selection() {}

  public static Scan of(Scan scan) {
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
