package dev.punctual.gateway.task;

/**
 * What became of many tasks.
 *
 * @param matched how many there were
 * @param changed how many of them are different now
 */
record BulkResult(int matched, int changed) {}
