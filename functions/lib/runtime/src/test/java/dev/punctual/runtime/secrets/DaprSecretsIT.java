package dev.punctual.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.local.dapr.Manifests;
import dev.punctual.local.dapr.NeedsDapr;
import dev.punctual.local.dapr.Sidecar;
import dev.punctual.local.dapr.Sidecar.Settings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a function reads them: by a sidecar that may do nothing else. */
@NeedsDapr
class DaprSecretsIT extends SecretsContract {
  @TempDir Path folder = Path.of("");
  private @Nullable Manifests manifests;
  private @Nullable Sidecar sidecar;

  @AfterEach
  void close() {
    if (sidecar != null) {
      sidecar.close();
    }
  }

  @Override
  Secrets holding(Map<String, String> secrets) {
    return Secrets.of(environment(stored(secrets), Map.of()));
  }

  @Override
  String storeName() {
    return "secretstore";
  }

  @Test
  void aReferenceNamesAnotherSecretAndKey() {
    Map<String, Map<String, String>> stored =
        Map.of("punctual-database", Map.of("other", "by reference"));
    Map<String, String> reference =
        Map.of("PUNCTUAL_SECRET_REF_DATABASE_PASSWORD", "punctual-database/other");

    assertThat(Secrets.of(environment(stored, reference)).secret(Secrets.DATABASE_PASSWORD))
        .isEqualTo("by reference");
  }

  @Test
  void aSecretThatIsNotOnTheListIsMissing() {
    Map<String, Map<String, String>> stored =
        Map.of("somebody-elses", Map.of("password", "not for us"));
    Map<String, String> reference =
        Map.of("PUNCTUAL_SECRET_REF_DATABASE_PASSWORD", "somebody-elses/password");

    assertThatThrownBy(
            () -> Secrets.of(environment(stored, reference)).secret(Secrets.DATABASE_PASSWORD))
        .isInstanceOf(SecretMissing.class)
        .hasMessageContaining("somebody-elses");
  }

  @Test
  void anUnknownStoreIsNamed() {
    Map<String, String> other = Map.of("PUNCTUAL_SECRET_STORE", "vault");

    assertThatThrownBy(
            () -> Secrets.of(environment(Map.of(), other)).secret(Secrets.DATABASE_PASSWORD))
        .isInstanceOf(SecretMissing.class)
        .hasMessageContaining("vault");
  }

  @Test
  void aSidecarThatComesLaterThanItsApplicationIsWaitedFor() {
    Map<String, String> environment =
        environment(stored(Map.of(Secrets.DATABASE_PASSWORD, PASSWORD)), Map.of());
    present(sidecar).kill();
    CompletableFuture<String> asked =
        CompletableFuture.supplyAsync(
            () -> Secrets.of(environment).secret(Secrets.DATABASE_PASSWORD));
    present(sidecar).startAgain();

    assertThat(asked.join()).isEqualTo(PASSWORD);
  }

  @Test
  void aChangedSecretIsReadAndAnAbsentSidecarIsNoMissingSecret() {
    Secrets secrets = holding(Map.of(Secrets.DATABASE_PASSWORD, PASSWORD));
    assertThat(secrets.secret(Secrets.DATABASE_PASSWORD)).isEqualTo(PASSWORD);

    present(manifests).writeSecrets(stored(Map.of(Secrets.DATABASE_PASSWORD, "changed")));
    present(sidecar).kill();

    assertThatThrownBy(() -> secrets.secret(Secrets.DATABASE_PASSWORD))
        .isInstanceOf(UncheckedIOException.class);
    present(sidecar).startAgain();
    assertThat(secrets.secret(Secrets.DATABASE_PASSWORD)).isEqualTo("changed");
  }

  private Map<String, String> environment(
      Map<String, Map<String, String>> stored, Map<String, String> more) {
    manifests = Manifests.render(folder, stored, "{}");
    sidecar = Sidecar.start(Settings.function("a-function", manifests));
    Map<String, String> environment = new HashMap<>(sidecar.environment());
    environment.put(Adapters.VARIABLE, "dapr");
    environment.putAll(more);
    return environment;
  }

  /** By the usual references: {@code database-password} is {@code password} of its own secret. */
  private static Map<String, Map<String, String>> stored(Map<String, String> secrets) {
    Map<String, Map<String, String>> stored = new HashMap<>();
    secrets.forEach(
        (name, value) -> {
          int dash = name.indexOf('-');
          stored.put(
              "punctual-" + name.substring(0, dash), Map.of(name.substring(dash + 1), value));
        });
    return stored;
  }

  private static <T> T present(@Nullable T part) {
    assertThat(part).isNotNull();
    return part;
  }
}
