package dev.punctual.loadtest;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param cluster whether the current KUBECONFIG's cluster is tested; else an embedded run
 * @param events 0: what one process handles in 30 s
 * @param out the folder of the report
 * @param object the name of Deployment and ScaledObject
 * @param kafka host:port as reachable from here; only for a cluster
 * @param postgres a JDBC URL as reachable from here; only for a cluster
 */
record Options(
    boolean cluster,
    int events,
    Path out,
    String namespace,
    String object,
    @Nullable String kafka,
    @Nullable String postgres) {
  static final String USAGE =
      """
      usage: ./punctual loadtest [--events N] [--out DIR]
                 [--cluster --kafka HOST:PORT --postgres JDBC-URL [--namespace NAME] [--object NAME]]
        Without --cluster it starts an embedded run. With it, the database's user and password come
        from PUNCTUAL_DATABASE_USER and PUNCTUAL_SECRET_DATABASE_PASSWORD.
      """;

  /**
   * @param caller the folder that relative paths start from
   */
  static Options parse(Path caller, List<String> words) {
    boolean cluster = false;
    int events = 0;
    Path out = caller.resolve("loadtest");
    String namespace = "punctual";
    String object = "punctual-notification";
    @Nullable String kafka = null;
    @Nullable String postgres = null;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--cluster" -> cluster = true;
        case "--events" -> events = number(value(words, ++i, word));
        case "--out" -> out = caller.resolve(value(words, ++i, word)).normalize();
        case "--namespace" -> namespace = value(words, ++i, word);
        case "--object" -> object = value(words, ++i, word);
        case "--kafka" -> kafka = value(words, ++i, word);
        case "--postgres" -> postgres = value(words, ++i, word);
        default -> throw new Failed("There is no flag " + word + ".\n" + USAGE);
      }
    }
    if (cluster && (kafka == null || postgres == null)) {
      throw new Failed("--cluster needs --kafka and --postgres.\n" + USAGE);
    }
    if (!cluster && (kafka != null || postgres != null)) {
      throw new Failed("--kafka and --postgres belong to --cluster.\n" + USAGE);
    }
    return new Options(cluster, events, out, namespace, object, kafka, postgres);
  }

  private static String value(List<String> words, int index, String flag) {
    if (index >= words.size() || words.get(index).isBlank()) {
      throw new Failed(flag + " needs a value.\n" + USAGE);
    }
    return words.get(index);
  }

  private static int number(String text) {
    if (text.matches("[1-9]\\d{0,6}")) {
      return Integer.parseInt(text);
    }
    throw new Failed("--events must be a number from 1 to 9999999, not " + text + ".");
  }
}
