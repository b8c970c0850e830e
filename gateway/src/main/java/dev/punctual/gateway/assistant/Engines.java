package dev.punctual.gateway.assistant;

import dev.punctual.gateway.config.ModelConfig;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;

/** Which engine answers: that with a model where one is configured. Nothing of it loads before. */
@Factory
final class Engines {

  @Singleton
  @Primary
  Engine engine(
      ModelConfig config, Offline offline, Toolbox toolbox, Plans plans, TokenBudget budget) {
    return config.url() == null
        ? offline
        : new ModelEngine(
            new Model(config, ModelEngine.PATIENCE),
            offline,
            toolbox,
            plans,
            budget,
            ModelEngine.PATIENCE);
  }
}
