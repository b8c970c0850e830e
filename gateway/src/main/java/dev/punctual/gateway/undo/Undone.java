package dev.punctual.gateway.undo;

import dev.punctual.contracts.Id.ChangeId;

/**
 * What an undo did. It is a change itself: undoing that does it again.
 *
 * @param changeId of the undo
 * @param undone the change that was taken back
 */
public record Undone(
    ChangeId changeId,
    ChangeId undone,
    int tasks,
    int series,
    int reminders,
    int tags,
    int filters) {}
