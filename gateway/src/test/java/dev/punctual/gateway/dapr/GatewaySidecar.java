package dev.punctual.gateway.dapr;

import dev.punctual.gateway.config.DaprConfig;
import dev.punctual.local.dapr.Manifests;
import dev.punctual.local.dapr.Sidecar.Settings;
import dev.punctual.local.servers.TestServers;
import dev.punctual.runtime.secrets.Adapters;
import dev.punctual.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A gateway's daprd on the test's own database, and our client of it. */
public final class GatewaySidecar implements AutoCloseable {
  private final Manifests manifests;
  private final dev.punctual.local.dapr.Sidecar daprd;
  private final Sidecar client;

  private GatewaySidecar(TestDatabase database, UnaryOperator<Settings> settings) {
    this.manifests =
        Manifests.render(folder(), TestServers.bootstrapServers(), where(database), Map.of());
    this.daprd = dev.punctual.local.dapr.Sidecar.start(settings.apply(Settings.gateway(manifests)));
    this.client = new Sidecar(config());
  }

  /** One that calls nobody. */
  public static GatewaySidecar start(TestDatabase database) {
    return new GatewaySidecar(database, settings -> settings);
  }

  /** One with more, or other, settings. */
  public static GatewaySidecar start(TestDatabase database, UnaryOperator<Settings> settings) {
    return new GatewaySidecar(database, settings);
  }

  /** What a gateway beside it is told. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(daprd.environment());
    environment.put(Adapters.VARIABLE, "dapr");
    return environment;
  }

  public dev.punctual.local.dapr.Sidecar daprd() {
    return daprd;
  }

  public Manifests manifests() {
    return manifests;
  }

  public Sidecar client() {
    return client;
  }

  public DaprConfig config() {
    return new DaprConfig(URI.create(daprd.url()).getPort(), daprd.apiToken(), daprd.appToken());
  }

  @Override
  public void close() {
    client.close();
    daprd.close();
  }

  private static Manifests.Database where(TestDatabase database) {
    URI url = URI.create(database.url().substring("jdbc:".length()));
    return new Manifests.Database(
        url.getHost(),
        url.getPort(),
        url.getPath().substring(1),
        TestDatabase.PRODUCT.user(),
        TestDatabase.PRODUCT.password());
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("punctual-dapr");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
