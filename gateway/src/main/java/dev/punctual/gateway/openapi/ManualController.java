package dev.punctual.gateway.openapi;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the OpenAPI document. */
@Hidden
@Controller("/api/v1/openapi.yaml")
final class ManualController {
  private final byte[] document = read();

  @Get
  @Produces("application/yaml")
  byte[] get() {
    return document;
  }

  private static byte[] read() {
    try (InputStream in =
        ManualController.class.getResourceAsStream("/META-INF/swagger/punctual.yml")) {
      if (in == null) {
        throw new IllegalStateException("the build writes META-INF/swagger/punctual.yml");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
