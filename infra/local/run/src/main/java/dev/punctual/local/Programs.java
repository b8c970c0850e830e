package dev.punctual.local;

import java.util.List;
import java.util.Map;

/** How the product's programs are started. */
public interface Programs {
  /**
   * @param name of the function in keda/values.yaml
   */
  List<String> function(String name);

  /**
   * @param arguments none: serve; otherwise a command
   */
  List<String> gateway(List<String> arguments);

  /**
   * What a program is told beside where the servers are; asked before each start, when they run.
   *
   * @param program {@code gateway}, or the name of the function
   * @param told what it is told already
   */
  default Map<String, String> environment(String program, Map<String, String> told) {
    return Map.of();
  }
}
