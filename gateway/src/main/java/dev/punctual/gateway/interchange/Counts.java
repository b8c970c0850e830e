package dev.punctual.gateway.interchange;

/** How much an import has made. */
final class Counts {
  int tasks;
  int series;
  int occurrences;
  int reminders;
  int unchanged;
  int leftOut;

  ImportReport report(boolean dryRun, Losses losses) {
    return new ImportReport(
        dryRun,
        tasks,
        series,
        occurrences,
        reminders,
        unchanged,
        leftOut,
        losses.listed(),
        losses.all());
  }
}
