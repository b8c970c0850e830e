package dev.punctual.gateway.trace;

import dev.punctual.gateway.config.TraceConfig;
import dev.punctual.runtime.trace.Spans;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Where spans go, until the gateway ends. */
@Factory
final class TraceBeans {
  @Singleton
  @Bean(preDestroy = "close")
  Spans spans(TraceConfig config) {
    return config.spans();
  }
}
