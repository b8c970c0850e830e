package dev.punctual.local.scaling;

import java.util.Collection;
import java.util.Map;

/** Where lag is read. */
public interface LagSource extends AutoCloseable {
  /** The lag of each function by its name; one whose lag cannot be read now is absent. */
  Map<String, Lag> read(Collection<FunctionScaling> functions);

  @Override
  void close();
}
