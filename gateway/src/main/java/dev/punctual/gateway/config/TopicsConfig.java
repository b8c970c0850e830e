package dev.punctual.gateway.config;

/**
 * How safely Kafka keeps records.
 *
 * @param replication {@code PUNCTUAL_TOPIC_REPLICATION}, copies of each partition; default 1
 * @param minInsync {@code PUNCTUAL_TOPIC_MIN_INSYNC}, copies that must have a record before it
 *     counts as written; default 1
 */
public record TopicsConfig(int replication, int minInsync) {
  private static final String REPLICATION = "PUNCTUAL_TOPIC_REPLICATION";
  private static final String MIN_INSYNC = "PUNCTUAL_TOPIC_MIN_INSYNC";

  public TopicsConfig {
    if (replication < 1 || replication > Short.MAX_VALUE) {
      throw new IllegalArgumentException(REPLICATION + " must be at least 1");
    }
    if (minInsync < 1 || minInsync > replication) {
      throw new IllegalArgumentException(MIN_INSYNC + " must be from 1 to " + REPLICATION);
    }
  }

  public static TopicsConfig of(Environment environment) {
    return new TopicsConfig(number(environment, REPLICATION), number(environment, MIN_INSYNC));
  }

  private static int number(Environment environment, String name) {
    String text = environment.text(name, "1");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not " + text, e);
    }
  }
}
