package dev.punctual.gateway.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.gateway.insight.PromQuery.Selector;
import dev.punctual.local.servers.Ports;
import dev.punctual.runtime.Counts;
import dev.punctual.runtime.health.ManagementServer;
import dev.punctual.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Each query in infra/monitoring names metrics and labels that a process really shows. */
class MonitoringIT {
  private static final Path MONITORING = Path.of("../infra/monitoring");
  private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  /** What Prometheus adds to what it scrapes, and what PodMonitors add. */
  private static final Set<String> OF_TARGETS = Set.of("namespace", "pod", "job", "function");

  @Test
  void everyQueryNamesMetricsAndLabelsThatExist() throws Exception {
    Map<String, Set<String>> shown = shown();
    foreign().forEach(shown::putIfAbsent);

    List<String> wrong = new ArrayList<>();
    for (Query query : queries()) {
      PromQuery parsed = PromQuery.parse(query.text().replace("$__rate_interval", "5m"));
      assertThat(parsed.selectors()).as(query.toString()).isNotEmpty();
      Set<String> labels = new TreeSet<>(OF_TARGETS);
      for (Selector selector : parsed.selectors()) {
        Set<String> there = shown.get(selector.metric());
        if (there == null) {
          wrong.add(query + ": no metric is called " + selector.metric());
          continue;
        }
        labels.addAll(there);
        selector.labels().stream()
            .filter(label -> !there.contains(label) && !OF_TARGETS.contains(label))
            .forEach(label -> wrong.add(query + ": " + selector.metric() + " has no " + label));
      }
      parsed.grouping().stream()
          .filter(label -> !labels.contains(label))
          .forEach(label -> wrong.add(query + ": nothing in it has the label " + label));
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void theReadmeSaysOfEachAlertWhatToDo() throws IOException {
    String readme = Files.readString(MONITORING.resolve("README.md"));
    List<String> described =
        Pattern.compile("^\\| `(Punctual\\w+)` \\|", Pattern.MULTILINE)
            .matcher(readme)
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(alerts().stream().map(Query::where).toList());
  }

  @Test
  void everyForeignMetricIsUsed() {
    Set<String> used =
        queries().stream()
            .flatMap(query -> Pattern.compile("\\w+").matcher(query.text()).results())
            .map(word -> word.group())
            .collect(Collectors.toSet());

    assertThat(used).containsAll(foreign().keySet());
  }

  private record Query(String where, String text) {}

  private static List<Query> queries() {
    List<Query> queries = new ArrayList<>(alerts());
    assertThat(queries).hasSizeGreaterThan(10);
    for (String board : List.of("punctual-product", "punctual-machinery")) {
      List<Map<String, Object>> panels =
          list(yaml(MONITORING.resolve("dashboards/" + board + ".json")).get("panels"));
      assertThat(panels).hasSizeGreaterThan(5);
      for (Map<String, Object> panel : panels) {
        for (Map<String, Object> target : list(panel.get("targets"))) {
          queries.add(
              new Query(board + ", " + panel.get("title"), String.valueOf(target.get("expr"))));
        }
      }
    }
    return queries;
  }

  /** Named by their alert. */
  private static List<Query> alerts() {
    Map<String, Object> rule = yaml(MONITORING.resolve("prometheusrule.yaml"));
    return list(map(rule.get("spec")).get("groups")).stream()
        .flatMap(group -> list(group.get("rules")).stream())
        .map(
            alert ->
                new Query(String.valueOf(alert.get("alert")), String.valueOf(alert.get("expr"))))
        .toList();
  }

  private static Map<String, Set<String>> foreign() {
    Map<String, Set<String>> metrics = new TreeMap<>();
    yaml(MONITORING.resolve("foreign-metrics.yaml"))
        .forEach(
            (name, about) -> {
              assertThat(String.valueOf(map(about).get("source"))).startsWith("https://");
              metrics.put(
                  name,
                  ((List<?>) map(about).get("labels"))
                      .stream().map(String::valueOf).collect(Collectors.toSet()));
            });
    return metrics;
  }

  /** The labels of each metric that a gateway and a function show. */
  private static Map<String, Set<String>> shown() throws Exception {
    Map<String, Set<String>> metrics = new TreeMap<>();
    try (Scraped gateway = Scraped.gateway(TestDatabase.fresh())) {
      assertThat(gateway.running().person().get("/api/v1/tasks").status()).isEqualTo(200);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> gateway.scrape().contains("punctual_consumer_group_lag{"));
      read(gateway.scrape(), metrics);
    }
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", Ports.free());
    try (ManagementServer function = ManagementServer.start(address, new Counts(), () -> true);
        HttpClient client = HttpClient.newHttpClient()) {
      URI url = URI.create("http://127.0.0.1:" + address.getPort() + "/metrics");
      String scraped =
          await()
              .atMost(Duration.ofSeconds(60))
              .ignoreExceptions()
              .until(
                  () ->
                      client
                          .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                          .body(),
                  body -> !body.isEmpty());
      assertThat(function).isNotNull();
      read(scraped, metrics);
    }
    return metrics;
  }

  private static void read(String scraped, Map<String, Set<String>> into) {
    for (String line : scraped.lines().filter(line -> !line.startsWith("#")).toList()) {
      Matcher sample = SAMPLE.matcher(line);
      assertThat(sample.matches()).as(line).isTrue();
      Set<String> labels = into.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
      Stream.ofNullable(sample.group(2))
          .flatMap(all -> LABEL.matcher(all).results())
          .forEach(label -> labels.add(label.group(1)));
    }
  }

  private static Map<String, Object> yaml(Path file) {
    try {
      return map(new Yaml().load(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
