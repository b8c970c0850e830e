package dev.punctual.gateway.task;

import dev.punctual.contracts.WireName;
import java.util.Locale;

/** What may be done with many tasks at once. */
enum BulkAction implements WireName {
  COMPLETE,
  REOPEN,
  /** To the trash. */
  DELETE,
  MOVE_DUE,
  ADD_TAG,
  REMOVE_TAG,
  SET_PRIORITY;

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
