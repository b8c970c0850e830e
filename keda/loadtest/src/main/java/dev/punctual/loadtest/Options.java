package dev.punctual.loadtest;

import dev.punctual.cluster.Failed;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param cluster whether the current KUBECONFIG's cluster is tested; else an embedded run
 * @param events 0: what one process handles in 30 s
 * @param out the folder of the report
 * @param namespace of the installation; one that is made for the test must not exist
 * @param object the name of Deployment and ScaledObject
 * @param kafka host:port of an installation, as reachable from here; null: one is made for the test
 * @param postgres a JDBC URL of an installation; null: one is made for the test
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
                 [--cluster [--namespace NAME] [--object NAME]
                 [--kafka HOST:PORT --postgres JDBC-URL]]
        Without --cluster it starts an embedded run. With it, it installs the chart into a namespace of
        its own; or tests what is installed already when --kafka and --postgres say on what: the database's
        user and password come from PUNCTUAL_DATABASE_USER and PUNCTUAL_SECRET_DATABASE_PASSWORD.
      """;

  /**
   * @param caller the folder that relative paths start from
   */
  static Options parse(Path caller, List<String> words) {
    boolean cluster = false;
    int events = 0;
    Path out = caller.resolve("loadtest");
    @Nullable String namespace = null;
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
    if ((kafka == null) != (postgres == null)) {
      throw new Failed("--kafka and --postgres belong together.\n" + USAGE);
    }
    if (!cluster && (kafka != null || postgres != null)) {
      throw new Failed("--kafka and --postgres belong to --cluster.\n" + USAGE);
    }
    if (namespace == null) {
      namespace = kafka == null ? "punctual-test" : "punctual";
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
