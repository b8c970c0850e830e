package dev.punctual.gateway.task;

import dev.punctual.contracts.Task;

/** A task as it was and as it is to be. */
record TaskEdit(Task before, Task after) {

  boolean changes() {
    return !after.equals(before);
  }
}
