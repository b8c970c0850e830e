package dev.punctual.local;

import java.nio.file.Path;
import java.util.List;

/** How the product's programs are started. */
public interface Programs {
  /**
   * @param name of the function in keda/values.yaml
   * @param replica 1 and up, unique among the living processes of the function
   * @param cache a folder where the program may keep what makes its next start faster
   */
  List<String> function(String name, int replica, Path cache);

  /**
   * @param number 1 and up for the gateways that serve, in the order of their start; 0: a command
   * @param arguments none: serve; otherwise a command
   */
  List<String> gateway(int number, List<String> arguments, Path cache);
}
