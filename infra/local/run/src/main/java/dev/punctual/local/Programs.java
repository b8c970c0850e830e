package dev.punctual.local;

import java.util.List;

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
}
