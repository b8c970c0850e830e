package dev.punctual.loadtest;

import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.store.Database;

/** A running Punctual whose scaling can be held and let go. */
interface Target extends AutoCloseable {
  /** What it is, for the report. */
  String name();

  /** How the function under test follows its lag. */
  FunctionScaling scaling();

  Database database();

  /** Takes the function to zero and keeps it there, whatever its lag. */
  void hold();

  /** Lets the function have one process at most. */
  void releaseOne();

  /** Lets the function follow its lag. */
  void release();

  /** Processes of the function that run now. */
  int processes();

  /** Records that wait for the function. */
  long lag();

  @Override
  void close();
}
