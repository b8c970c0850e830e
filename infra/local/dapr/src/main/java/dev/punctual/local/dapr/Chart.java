package dev.punctual.local.dapr;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart in {@code dapr/}, rendered by Helm itself. */
final class Chart {
  private final Path folder;

  private Chart(Path folder) {
    this.folder = folder;
  }

  /** Of the checkout in which this process runs. */
  static Chart find() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("dapr/Chart.yaml"))) {
        return new Chart(folder.resolve("dapr"));
      }
    }
    throw new DaprException("no dapr/Chart.yaml above " + start);
  }

  Path folder() {
    return folder;
  }

  /** Everything as one text of YAML documents; refuses values that the schema does. */
  String render(Path values) {
    try {
      return new Helm(folder)
          .template()
          .withName("punctual")
          .withNamespace(Sidecar.NAMESPACE)
          .withValuesFile(values)
          .call();
    } catch (RuntimeException e) {
      throw new DaprException("the chart cannot be rendered", e);
    }
  }

  LintResult lint() {
    return new Helm(folder).lint().strict().call();
  }

  /** The objects of {@link #render}, in its order. */
  List<Map<String, Object>> objects(Path values) {
    return documents(render(values));
  }

  static List<Map<String, Object>> documents(String text) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
      if (document instanceof Map<?, ?> map) {
        documents.add(named(map));
      }
    }
    return documents;
  }

  static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }
}
