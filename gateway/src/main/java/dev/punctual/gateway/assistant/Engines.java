package dev.punctual.gateway.assistant;

import dev.punctual.gateway.assistant.deed.Plans;
import dev.punctual.gateway.assistant.model.ModelEngine;
import dev.punctual.gateway.assistant.model.TokenBudget;
import dev.punctual.gateway.assistant.offline.Offline;
import dev.punctual.gateway.assistant.tool.Toolbox;
import dev.punctual.gateway.assistant.turn.Engine;
import dev.punctual.gateway.assistant.turn.Turnstile;
import dev.punctual.gateway.config.ModelConfig;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;

/** Which engine answers: that with a model where one is configured, made for the first turn. */
@Factory
final class Engines {

  @Singleton
  @Primary
  Engine engine(
      ModelConfig config,
      Offline offline,
      Toolbox toolbox,
      Plans plans,
      TokenBudget budget,
      Turnstile turnstile) {
    Engine queued = (context, progress) -> turnstile.pass(() -> offline.answer(context, progress));
    return config.url() == null ? queued : ModelEngine.of(config, queued, toolbox, plans, budget);
  }
}
