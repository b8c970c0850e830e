package dev.punctual.gateway.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The built web app.
 *
 * @param folder {@code PUNCTUAL_WEBAPP_DIR}; null: none is served. It may be filled later.
 */
public record WebappConfig(@Nullable Path folder) {
  public static WebappConfig of(Environment environment) {
    return new WebappConfig(environment.pathOrNull("PUNCTUAL_WEBAPP_DIR"));
  }
}
