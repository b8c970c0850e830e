package dev.punctual.gateway.interchange;

import java.util.List;

/**
 * What came of a file.
 *
 * @param dryRun whether it only tells what would come of it
 * @param tasks how many were made that are no occurrences
 * @param series how many were made
 * @param occurrences how many were made that differ from what their series says
 * @param reminders how many were made; those of series come with their occurrences
 * @param unchanged how many were there already, by their UID, and are left as they are
 * @param leftOut how many could not be made into anything
 * @param losses what was not kept as it was, the first 1,000
 * @param lossesInAll how many there are, the listed ones among them
 */
record ImportReport(
    boolean dryRun,
    int tasks,
    int series,
    int occurrences,
    int reminders,
    int unchanged,
    int leftOut,
    List<Losses.Loss> losses,
    int lossesInAll) {
  ImportReport {
    losses = List.copyOf(losses);
  }
}
