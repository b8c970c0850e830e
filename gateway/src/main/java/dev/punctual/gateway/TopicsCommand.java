package dev.punctual.gateway;

import dev.punctual.gateway.config.Environment;
import dev.punctual.gateway.config.TopicsConfig;
import dev.punctual.runtime.kafka.KafkaAccess;
import dev.punctual.runtime.kafka.Topics;
import dev.punctual.runtime.secrets.Secrets;
import java.io.PrintStream;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Brings Kafka's topics to the contract, and says what the broker lacks. */
final class TopicsCommand {
  private final KafkaAccess access;
  private final Secrets secrets;
  private final TopicsConfig config;
  private final PrintStream out;

  TopicsCommand(Environment environment, PrintStream out) {
    this.access = KafkaAccess.of(environment.variables());
    this.secrets = Secrets.of(environment.variables());
    this.config = TopicsConfig.of(environment);
    this.out = out;
  }

  /** The status to exit with. */
  int run() {
    Map<String, Object> properties = access.properties(secrets);
    properties.put("client.id", "punctual-topics");
    try (Admin admin = Admin.create(properties)) {
      Topics topics = new Topics(admin, config.replication(), config.minInsync());
      topics.bring().forEach(out::println);
      out.println("The topics are up to date.");
      topics.warnings().forEach(warning -> out.println("WARNING " + warning));
      return 0;
    }
  }
}
