package dev.punctual.cluster.proof;

import dev.punctual.cluster.Failed;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param kafka host:port as pods and this machine reach it; null: one is started
 * @param postgres a JDBC URL as pods and this machine reach it; null: one is started
 * @param seed of what is left to chance
 */
record Options(String namespace, @Nullable String kafka, @Nullable String postgres, long seed) {
  static final String USAGE =
      """
      usage: ./punctual test --cluster [--kafka HOST:PORT] [--postgres JDBC-URL] [--namespace NAME] [--seed N]
        What is not given is started where pods reach it. The given database's owner and password come
        from PUNCTUAL_DATABASE_OWNER and PUNCTUAL_SECRET_DATABASE_OWNER_PASSWORD.
      """;

  static Options parse(List<String> words) {
    String namespace = "punctual-test";
    @Nullable String kafka = null;
    @Nullable String postgres = null;
    long seed = new Random().nextInt(1_000_000);
    for (int i = 0; i < words.size(); i += 2) {
      String flag = words.get(i);
      if (i + 1 == words.size() || words.get(i + 1).isBlank()) {
        throw new Failed(flag + " needs a value.\n" + USAGE);
      }
      String value = words.get(i + 1);
      switch (flag) {
        case "--kafka" -> kafka = checked(flag, value, "[^:/]+:\\d+");
        case "--postgres" ->
            postgres = checked(flag, value, "jdbc:postgresql://[^/@]+/\\w+(\\?.*)?");
        case "--namespace" -> namespace = checked(flag, value, "[a-z0-9][a-z0-9-]*");
        case "--seed" -> seed = Long.parseLong(checked(flag, value, "\\d{1,18}"));
        default -> throw new Failed("There is no flag " + flag + ".\n" + USAGE);
      }
    }
    return new Options(namespace, kafka, postgres, seed);
  }

  private static String checked(String flag, String value, String form) {
    if (!value.matches(form)) {
      throw new Failed(flag + " cannot be " + value + ".\n" + USAGE);
    }
    return value;
  }
}
