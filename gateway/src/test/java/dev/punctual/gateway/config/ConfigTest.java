package dev.punctual.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.runtime.outbound.Networks;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  private static final Networks NO_PROXY = Networks.parse("");

  @Test
  void hasDefaultsWhereNothingIsRequired() {
    Environment none = new Environment(Map.of());

    assertThat(ListenConfig.of(none)).isEqualTo(new ListenConfig("127.0.0.1", 8080));
    assertThat(ManagementConfig.of(none)).isEqualTo(new ManagementConfig("127.0.0.1", 0));
    assertThat(WebappConfig.of(none)).isEqualTo(new WebappConfig(null));
    assertThat(signIn(none)).isEqualTo(new SignInConfig(null, false));
    assertThat(SignUpConfig.of(none)).isEqualTo(new SignUpConfig(SignUpConfig.Mode.CLOSED));
    assertThat(LimitsConfig.of(none)).isEqualTo(new LimitsConfig(1_200, 10));
    assertThat(edge(none)).isEqualTo(new EdgeConfig(Set.of("localhost", "127.0.0.1"), NO_PROXY));
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
    Environment people =
        new Environment(
            Map.of(
                "PUNCTUAL_SIGN_UP", "invitation",
                "PUNCTUAL_REQUESTS_PER_MINUTE", "0",
                "PUNCTUAL_SIGN_INS_PER_MINUTE", "7",
                "PUNCTUAL_HOSTS", "tasks.example.org, Other.Example",
                "PUNCTUAL_TRUSTED_PROXIES", "10.0.0.0/8"));

    assertThat(ListenConfig.of(all)).isEqualTo(new ListenConfig("0.0.0.0", 80));
    assertThat(ManagementConfig.of(all)).isEqualTo(new ManagementConfig("::", 81));
    assertThat(DatabaseConfig.of(all))
        .isEqualTo(new DatabaseConfig("jdbc:postgresql://db/punctual", "somebody"));
    assertThat(WebappConfig.of(all)).isEqualTo(new WebappConfig(Path.of("/app")));
    assertThat(signIn(all).token()).hasSize(32);
    assertThat(SignUpConfig.of(people)).isEqualTo(new SignUpConfig(SignUpConfig.Mode.INVITATION));
    assertThat(LimitsConfig.of(people)).isEqualTo(new LimitsConfig(0, 7));
    assertThat(edge(people).hosts()).contains("tasks.example.org", "other.example");
    assertThat(edge(people).proxies()).isEqualTo(Networks.parse("10.0.0.0/8"));
  }

  @Test
  void refusesBadValuesByName() {
    refuses(ListenConfig::of, "PUNCTUAL_GATEWAY_PORT", "x");
    refuses(ListenConfig::of, "PUNCTUAL_GATEWAY_PORT", "65536");
    refuses(ManagementConfig::of, "PUNCTUAL_MANAGEMENT_PORT", "-1");
    refuses(DatabaseConfig::of, "PUNCTUAL_DATABASE_URL", "jdbc:mysql://db/punctual");
    refuses(DatabaseConfig::of, "PUNCTUAL_DATABASE_URL", "");
    refuses(ConfigTest::signIn, "PUNCTUAL_SIGN_IN_TOKEN", "guessable");
    refuses(SignUpConfig::of, "PUNCTUAL_SIGN_UP", "maybe");
    refuses(LimitsConfig::of, "PUNCTUAL_REQUESTS_PER_MINUTE", "-1");
    refuses(LimitsConfig::of, "PUNCTUAL_SIGN_INS_PER_MINUTE", "many");
    refuses(PublicUrl::of, "PUNCTUAL_PUBLIC_URL", "http://tasks.example.org");
    refuses(OpenIdConfig::of, "PUNCTUAL_OPENID_ISSUER", "http://id.example.org");
    refuses(OpenIdConfig::of, "PUNCTUAL_OPENID_ISSUER", "https://id.example.org");
    refuses(ConfigTest::edge, "PUNCTUAL_TRUSTED_PROXIES", "proxy.example");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost,true",
    "LOCALHOST:8080,true",
    "punctual.localhost:1,true",
    "127.0.0.1:8080,true",
    "192.168.1.7,true",
    "[::1]:8080,true",
    "tasks.example.org,true",
    "tasks.example.org:443,true",
    "evil.example,false",
    "tasks.example.org.evil.example,false",
    "evillocalhost,false",
    "127.0.0.1.evil.example,false",
    "'',false"
  })
  void isAskedUnderItsOwnNamesOrByAddress(String host, boolean ours) {
    Environment environment = new Environment(Map.of("PUNCTUAL_HOSTS", "tasks.example.org"));

    assertThat(edge(environment).isOurs(host)).isEqualTo(ours);
  }

  private static EdgeConfig edge(Environment environment) {
    return EdgeConfig.of(environment, ListenConfig.of(environment));
  }

  @Test
  void keepsTheTokenOutOfWhatItSaysOfItself() {
    assertThat(new SignInConfig("s".repeat(40), true).toString()).doesNotContain("sss");
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
