package dev.punctual.gateway;

import dev.punctual.gateway.config.DaprConfig;
import dev.punctual.gateway.config.DatabaseConfig;
import dev.punctual.gateway.config.EdgeConfig;
import dev.punctual.gateway.config.Environment;
import dev.punctual.gateway.config.LimitsConfig;
import dev.punctual.gateway.config.ListenConfig;
import dev.punctual.gateway.config.ManagementConfig;
import dev.punctual.gateway.config.ModelConfig;
import dev.punctual.gateway.config.OpenIdConfig;
import dev.punctual.gateway.config.PublicUrl;
import dev.punctual.gateway.config.SignInConfig;
import dev.punctual.gateway.config.SignUpConfig;
import dev.punctual.gateway.config.TimekeeperConfig;
import dev.punctual.gateway.config.TraceConfig;
import dev.punctual.gateway.config.WebappConfig;
import dev.punctual.gateway.dapr.WithDapr;
import dev.punctual.runtime.kafka.KafkaAccess;
import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.runtime.secrets.Adapters;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.Migrations;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.Micronaut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prepares the gateway: first a look at the schema, then everything that uses it. */
final class Serve {
  private Serve() {}

  /**
   * A gateway that can be started.
   *
   * @param replacements beans that stand in for ours, in tests
   * @throws IllegalArgumentException when a variable is missing or wrong, with its name
   * @throws IllegalStateException when the schema is older than this version
   */
  static ApplicationContextBuilder prepare(Environment environment, Object... replacements) {
    ListenConfig listen = ListenConfig.of(environment);
    Secrets secrets = Secrets.of(environment.variables());
    List<Object> beans = new ArrayList<>(List.of(replacements));
    beans.add(secrets);
    DatabaseConfig database = DatabaseConfig.of(environment);
    beans.add(database);
    beans.add(KafkaAccess.of(environment.variables()));
    beans.add(ManagementConfig.of(environment));
    beans.add(EdgeConfig.of(environment, listen));
    beans.add(LimitsConfig.of(environment));
    beans.add(OpenIdConfig.of(environment));
    beans.add(PublicUrl.of(environment));
    beans.add(SignInConfig.of(environment, secrets));
    beans.add(SignUpConfig.of(environment));
    beans.add(TimekeeperConfig.of(environment));
    beans.add(TraceConfig.of(environment));
    beans.add(WebappConfig.of(environment));
    beans.add(OutboundConfig.of(environment.variables()));
    beans.add(ModelConfig.of(environment, secrets));
    Adapters adapters = Adapters.of(environment.variables());
    if (adapters == Adapters.DAPR) {
      beans.add(DaprConfig.of(environment));
    }
    Migrations.check(database.url(), database.login(secrets));
    return Micronaut.build(new String[0])
        .mainClass(Main.class)
        .banner(false)
        .deduceEnvironment(false)
        .properties(
            Map.of(
                "micronaut.server.host",
                listen.host(),
                "micronaut.server.port",
                listen.port() == 0 ? -1 : listen.port(),
                WithDapr.PROPERTY,
                adapters.name()))
        .singletons(beans.toArray());
  }

  /** Brings the schema to this version, and checks all that was done to it before. */
  static void migrate(Environment environment) {
    DatabaseConfig database = DatabaseConfig.of(environment);
    Secrets secrets = Secrets.of(environment.variables());
    Migrations.migrate(
        database.url(), DatabaseConfig.owner(environment, secrets), database.login(secrets));
  }
}
