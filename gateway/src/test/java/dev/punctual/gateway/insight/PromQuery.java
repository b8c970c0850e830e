package dev.punctual.gateway.insight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PromQL query asks for: its metrics and the labels that it names. Not a parser of the whole
 * language (prometheus.io/docs/prometheus/latest/querying/basics): an identifier that is neither
 * function, keyword nor label is a metric.
 */
record PromQuery(Set<Selector> selectors, Set<String> grouping) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\]]*]|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9.]+\\w*|\\S");
  private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Set<String> BEFORE_LABELS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "nan", "atan2");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "absent",
          "avg",
          "clamp_min",
          "count",
          "histogram_quantile",
          "increase",
          "label_replace",
          "max",
          "min",
          "min_over_time",
          "max_over_time",
          "rate",
          "sum",
          "time",
          "vector");

  /** A metric and the labels by which it is chosen. */
  record Selector(String metric, Set<String> labels) {}

  static PromQuery parse(String query) {
    List<String> tokens = tokens(query);
    Set<Selector> selectors = new LinkedHashSet<>();
    Set<String> grouping = new TreeSet<>();
    int at = 0;
    while (at < tokens.size()) {
      String token = tokens.get(at++);
      String next = at < tokens.size() ? tokens.get(at) : "";
      if (!IDENTIFIER.matcher(token).matches() || OPERATORS.contains(token)) {
        continue;
      }
      if (BEFORE_LABELS.contains(token) && next.equals("(")) {
        at = collect(tokens, at, ")", grouping);
      } else if (next.equals("(") || next.equals("by") || next.equals("without")) {
        if (!FUNCTIONS.contains(token)) {
          throw new IllegalArgumentException(token + " is no function known here: " + query);
        }
      } else {
        Set<String> labels = new TreeSet<>();
        at = next.equals("{") ? collect(tokens, at, "}", labels) : at;
        selectors.add(new Selector(token, labels));
      }
    }
    return new PromQuery(selectors, grouping);
  }

  private static List<String> tokens(String query) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(query);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    for (String pair : List.of("()", "{}")) {
      long opened = tokens.stream().filter(pair.substring(0, 1)::equals).count();
      if (opened != tokens.stream().filter(pair.substring(1)::equals).count()) {
        throw new IllegalArgumentException(pair + " do not match: " + query);
      }
    }
    return tokens;
  }

  /** The identifiers between an opening and a closing token; where it goes on. */
  private static int collect(List<String> tokens, int opening, String closing, Set<String> found) {
    int at = opening + 1;
    while (!tokens.get(at).equals(closing)) {
      if (IDENTIFIER.matcher(tokens.get(at)).matches()) {
        found.add(tokens.get(at));
      }
      at++;
    }
    return at + 1;
  }
}
