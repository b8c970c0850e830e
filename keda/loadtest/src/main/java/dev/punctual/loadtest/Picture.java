package dev.punctual.loadtest;

import dev.punctual.loadtest.Timeline.Moment;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The timeline as SVG: lag and handled above, processes as steps below, seconds along both. */
final class Picture {
  private static final int WIDTH = 960;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 34;
  private static final int RECORDS_HEIGHT = 240;
  private static final int GAP = 46;
  private static final int PROCESSES_HEIGHT = 90;
  private static final int BOTTOM = 36;

  private final List<Moment> moments;
  private final double seconds;
  private final long records;
  private final int processes;

  Picture(Timeline timeline) {
    moments = timeline.moments();
    seconds = Math.max(1, moments.isEmpty() ? 1 : at(moments.getLast()));
    records =
        Math.max(
            1,
            moments.stream()
                .mapToLong(each -> Math.max(each.lag(), each.handled()))
                .max()
                .orElse(1));
    processes = Math.max(1, timeline.mostProcesses());
  }

  String svg() {
    int processesTop = TOP + RECORDS_HEIGHT + GAP;
    int height = processesTop + PROCESSES_HEIGHT + BOTTOM;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img"
          aria-label="Lag, handled records and processes over time" font-family="system-ui, sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="#fff"/>
        """
            .formatted(WIDTH, height));
    grid(svg, TOP, RECORDS_HEIGHT, records, "%,d");
    grid(svg, processesTop, PROCESSES_HEIGHT, processes, "%,d");
    svg.append(line("#2563eb", moment -> y(TOP, RECORDS_HEIGHT, moment.lag() / (double) records)));
    svg.append(
        line("#16a34a", moment -> y(TOP, RECORDS_HEIGHT, moment.handled() / (double) records)));
    svg.append(steps(processesTop));
    legend(svg, LEFT, TOP - 14, "#2563eb", "records that wait (lag)");
    legend(svg, LEFT + 200, TOP - 14, "#16a34a", "handled");
    legend(svg, LEFT, processesTop - 14, "#ea580c", "processes");
    timeAxis(svg, processesTop + PROCESSES_HEIGHT);
    return svg.append("</svg>\n").toString();
  }

  private void grid(StringBuilder svg, int top, int height, long most, String format) {
    int lines = (int) Math.min(4, most);
    for (int i = 0; i <= lines; i++) {
      double y = y(top, height, i / (double) lines);
      svg.append(
          text(
              "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' stroke='#e5e7eb'/>",
              LEFT, y, WIDTH - RIGHT, y));
      svg.append(
          text(
              "<text x='%d' y='%.1f' text-anchor='end' fill='#4b5563'>" + format + "</text>\n",
              LEFT - 8,
              y + 4,
              most * i / lines));
    }
  }

  private void timeAxis(StringBuilder svg, int y) {
    int step = (int) Math.max(1, Math.ceil(seconds / 12));
    for (int second = 0; second <= seconds; second += step) {
      svg.append(
          text(
              "<text x='%.1f' y='%d' text-anchor='middle' fill='#4b5563'>%d s</text>\n",
              x(second), y + 20, second));
    }
  }

  private static void legend(StringBuilder svg, int x, int y, String colour, String name) {
    svg.append(
        text(
            "<rect x='%d' y='%d' width='12' height='4' fill='%s'/><text x='%d' y='%d' fill='#111827'>%s</text>\n",
            x, y - 4, colour, x + 18, y + 2, name));
  }

  private String line(String colour, ToDoubleFunction<Moment> y) {
    StringBuilder points = new StringBuilder();
    for (Moment moment : moments) {
      points.append(text("%.1f,%.1f ", x(at(moment)), y.applyAsDouble(moment)));
    }
    return text(
        "<polyline fill='none' stroke='%s' stroke-width='2' points='%s'/>\n",
        colour, points.toString().strip());
  }

  private String steps(int top) {
    StringBuilder path = new StringBuilder();
    double before = y(top, PROCESSES_HEIGHT, 0);
    for (Moment moment : moments) {
      double y = y(top, PROCESSES_HEIGHT, moment.processes() / (double) processes);
      path.append(text("%.1f,%.1f %.1f,%.1f ", x(at(moment)), before, x(at(moment)), y));
      before = y;
    }
    return text(
        "<polyline fill='none' stroke='#ea580c' stroke-width='2' points='%s'/>\n",
        path.toString().strip());
  }

  private double x(double second) {
    return LEFT + (WIDTH - LEFT - RIGHT) * second / seconds;
  }

  private static double y(int top, int height, double share) {
    return top + height * (1 - share);
  }

  private static double at(Moment moment) {
    return moment.at().toMillis() / 1e3;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
