package dev.punctual.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ConfigTest {
  @Test
  void hasDefaultsWhereNothingIsRequired() {
    Environment none = new Environment(Map.of());

    assertThat(ListenConfig.of(none)).isEqualTo(new ListenConfig("127.0.0.1", 8080));
    assertThat(ManagementConfig.of(none)).isEqualTo(new ManagementConfig("127.0.0.1", 0));
    assertThat(WebappConfig.of(none)).isEqualTo(new WebappConfig(null));
    assertThat(signIn(none)).isEqualTo(new SignInConfig(null));
  }

  @Test
  void readsEveryVariable() {
    Environment all =
        new Environment(
            Map.of(
                "PUNCTUAL_GATEWAY_HOST", "0.0.0.0",
                "PUNCTUAL_GATEWAY_PORT", "80",
                "PUNCTUAL_MANAGEMENT_HOST", "::",
                "PUNCTUAL_MANAGEMENT_PORT", "81",
                "PUNCTUAL_DATABASE_URL", "jdbc:postgresql://db/punctual",
                "PUNCTUAL_DATABASE_USER", "somebody",
                "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", "a:9092,b:9092",
                "PUNCTUAL_WEBAPP_DIR", "/app",
                "PUNCTUAL_SIGN_IN_TOKEN", "x".repeat(32)));

    assertThat(ListenConfig.of(all)).isEqualTo(new ListenConfig("0.0.0.0", 80));
    assertThat(ManagementConfig.of(all)).isEqualTo(new ManagementConfig("::", 81));
    assertThat(DatabaseConfig.of(all))
        .isEqualTo(new DatabaseConfig("jdbc:postgresql://db/punctual", "somebody"));
    assertThat(WebappConfig.of(all)).isEqualTo(new WebappConfig(Path.of("/app")));
    assertThat(signIn(all).token()).hasSize(32);
  }

  @Test
  void refusesBadValuesByName() {
    refuses(ListenConfig::of, "PUNCTUAL_GATEWAY_PORT", "x");
    refuses(ListenConfig::of, "PUNCTUAL_GATEWAY_PORT", "65536");
    refuses(ManagementConfig::of, "PUNCTUAL_MANAGEMENT_PORT", "-1");
    refuses(DatabaseConfig::of, "PUNCTUAL_DATABASE_URL", "jdbc:mysql://db/punctual");
    refuses(DatabaseConfig::of, "PUNCTUAL_DATABASE_URL", "");
    refuses(ConfigTest::signIn, "PUNCTUAL_SIGN_IN_TOKEN", "guessable");
  }

  @Test
  void keepsTheTokenOutOfWhatItSaysOfItself() {
    assertThat(new SignInConfig("s".repeat(40)).toString()).doesNotContain("sss");
  }

  private static void refuses(Function<Environment, ?> config, String name, String value) {
    assertThatThrownBy(() -> config.apply(new Environment(Map.of(name, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  private static SignInConfig signIn(Environment environment) {
    return SignInConfig.of(environment, name -> name + " of the store, long enough for a token");
  }

  @Test
  void theSignInTokenMayBeASecret() {
    assertThat(
            signIn(new Environment(Map.of("PUNCTUAL_SECRET_REF_SIGN_IN_TOKEN", "any/key"))).token())
        .startsWith("sign-in-token of the store");
  }
}
