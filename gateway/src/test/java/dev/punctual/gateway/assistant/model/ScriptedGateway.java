package dev.punctual.gateway.assistant.model;

import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.TimeSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway whose assistant has a scripted model, on Wednesday 2026-03-04 at 10:00 in New York. */
final class ScriptedGateway {
  static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
  static final ScriptedModel MODEL = new ScriptedModel();
  private static @Nullable RunningGateway shared;

  private ScriptedGateway() {}

  /** One for all tests that bring their own people and do not stop it; nothing is scripted. */
  static synchronized RunningGateway start() {
    MODEL.forget();
    RunningGateway running = shared;
    if (running == null) {
      running =
          RunningGateway.kept(
              Map.of(
                  "PUNCTUAL_MODEL_URL",
                  MODEL.url().toString(),
                  "PUNCTUAL_MODEL_NAME",
                  "scripted",
                  "PUNCTUAL_MODEL_TOKENS_A_DAY",
                  "1000"),
              TimeSource.of(InstantSource.fixed(NOW)));
      shared = running;
    }
    return running;
  }
}
