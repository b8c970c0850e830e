package dev.punctual.loadtest;

import dev.punctual.contracts.json.Json;
import dev.punctual.loadtest.Outcome.Check;
import dev.punctual.loadtest.Timeline.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An outcome as files: JSON for programs, a page with a picture for people. */
final class Report {
  private final Outcome outcome;

  Report(Outcome outcome) {
    this.outcome = outcome;
  }

  /** Writes {@code loadtest.json}, {@code loadtest.html} and {@code loadtest.svg}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String picture = new Picture(outcome.timeline()).svg();
    Files.writeString(folder.resolve("loadtest.json"), json() + "\n");
    Files.writeString(folder.resolve("loadtest.svg"), picture);
    Files.writeString(folder.resolve("loadtest.html"), html(picture));
  }

  /** The verdict as lines of text. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Check check : outcome.checks()) {
      text.append(check.holds() ? "  ok      " : "  FAILED  ")
          .append(check.asked())
          .append(": ")
          .append(check.seen())
          .append('\n');
    }
    text.append("  told after the release: half within ")
        .append(Outcome.seconds(outcome.median()))
        .append(", 95 % within ")
        .append(Outcome.seconds(outcome.late()))
        .append(", all within ")
        .append(Outcome.seconds(outcome.last()))
        .append('\n');
    return text.toString();
  }

  private String json() {
    record Look(double seconds, int processes, long lag, long handled) {
      static Look of(Moment moment) {
        return new Look(inSeconds(moment.at()), moment.processes(), moment.lag(), moment.handled());
      }
    }
    record All(
        String target,
        String function,
        int events,
        double ratePerSecondOfOneProcess,
        boolean passed,
        List<Check> checks,
        double firstSeconds,
        double medianSeconds,
        double p95Seconds,
        double lastSeconds,
        List<Look> timeline) {}
    return Json.write(
        new All(
            outcome.target(),
            outcome.scaling().name(),
            outcome.count(),
            Math.round(outcome.rate()),
            outcome.passed(),
            outcome.checks(),
            inSeconds(outcome.first()),
            inSeconds(outcome.median()),
            inSeconds(outcome.late()),
            inSeconds(outcome.last()),
            outcome.timeline().moments().stream().map(Look::of).toList()));
  }

  private String html(String picture) {
    StringBuilder rows = new StringBuilder();
    for (Check check : outcome.checks()) {
      rows.append("<tr><td>")
          .append(check.holds() ? "✓" : "✗")
          .append("</td><td>")
          .append(escape(check.asked()))
          .append("</td><td>")
          .append(escape(check.seen()))
          .append("</td></tr>\n");
    }
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Punctual: load test of %1$s</title>
        <style>
          body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
          td { padding: 0.15rem 0.8rem 0.15rem 0; }
          svg { width: 100%%; height: auto; }
        </style>
        <h1>%2$,d due reminders released at once</h1>
        <p>Function %1$s, %3$s; one process handles %4$,.0f a second.</p>
        %5$s
        <table>
        %6$s</table>
        </html>
        """
        .formatted(
            escape(outcome.scaling().name()),
            outcome.count(),
            escape(outcome.target()),
            outcome.rate(),
            picture,
            rows);
  }

  private static double inSeconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
