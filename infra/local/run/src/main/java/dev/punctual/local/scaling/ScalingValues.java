package dev.punctual.local.scaling;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the functions of {@code keda/values.yaml}; what only the chart needs is left alone. */
public final class ScalingValues {
  private ScalingValues() {}

  /**
   * @throws IllegalArgumentException naming the function and the key that is missing or wrong
   */
  public static List<FunctionScaling> read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      if (!(document instanceof Map<?, ?> values)
          || !(values.get("functions") instanceof Map<?, ?> functions)) {
        throw new IllegalArgumentException(file + " has no functions");
      }
      return functions.entrySet().stream().map(ScalingValues::function).toList();
    } catch (YAMLException e) {
      throw new IllegalArgumentException(file + " is no YAML: " + e.getMessage(), e);
    }
  }

  private static FunctionScaling function(Map.Entry<?, ?> entry) {
    String name = String.valueOf(entry.getKey());
    if (!(entry.getValue() instanceof Map<?, ?> keys)) {
      throw new IllegalArgumentException(name + ": no keys");
    }
    return new FunctionScaling(
        name,
        text(name, keys, "topic"),
        text(name, keys, "consumerGroup"),
        Math.toIntExact(number(name, keys, "minReplicas")),
        Math.toIntExact(number(name, keys, "maxReplicas")),
        number(name, keys, "lagThreshold"),
        number(name, keys, "activationLagThreshold"),
        Duration.ofSeconds(number(name, keys, "cooldownPeriod")));
  }

  private static String text(String function, Map<?, ?> keys, String key) {
    if (keys.get(key) instanceof String value) {
      return value;
    }
    throw new IllegalArgumentException(function + ": " + key + " is missing or no text");
  }

  private static long number(String function, Map<?, ?> keys, String key) {
    return switch (keys.get(key)) {
      case Integer value -> value;
      case Long value -> value;
      case null, default ->
          throw new IllegalArgumentException(
              function + ": " + key + " is missing or no whole number");
    };
  }
}
