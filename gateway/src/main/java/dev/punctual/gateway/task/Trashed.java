package dev.punctual.gateway.task;

import dev.punctual.contracts.Task;
import java.time.Instant;

/**
 * A task in the trash.
 *
 * @param deletedAt when it went there
 * @param goneAt when it is deleted for good, or a little later
 */
record Trashed(Task task, Instant deletedAt, Instant goneAt) {}
