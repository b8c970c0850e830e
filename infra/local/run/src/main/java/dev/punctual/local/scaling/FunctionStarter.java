package dev.punctual.local.scaling;

import dev.punctual.local.process.ManagedProcess;
import java.io.IOException;

/** Starts one process of a function. */
@FunctionalInterface
public interface FunctionStarter {
  /**
   * @param function its name in the values file
   * @param replica 1 and up, unique among the living processes of the function
   */
  ManagedProcess start(String function, int replica) throws IOException;
}
