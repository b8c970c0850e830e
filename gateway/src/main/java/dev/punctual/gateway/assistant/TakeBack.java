package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.gateway.write.Write;

/** The port through which "undo that" takes a change back whole. */
public interface TakeBack {

  /**
   * Takes a change back within a write.
   *
   * @throws dev.punctual.gateway.http.Refused when it cannot be
   */
  void takeBack(Write write, ChangeId change);
}
