package dev.punctual.local;

import java.nio.file.Path;
import java.util.List;

/** How the product's programs are started. */
public interface Programs {
  /**
   * @param name of the function in keda/values.yaml
   * @param cache a folder where the program may keep what makes its next start faster
   */
  List<String> function(String name, Path cache);

  /**
   * @param arguments none: serve; otherwise a command
   */
  List<String> gateway(List<String> arguments, Path cache);
}
