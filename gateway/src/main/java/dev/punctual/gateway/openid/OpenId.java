package dev.punctual.gateway.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.config.OpenIdConfig;
import dev.punctual.runtime.secrets.Secrets;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at the configured provider. What it says of itself (OpenID Connect Discovery) and its
 * keys are kept for an hour; a key that is not known is asked for once a minute.
 */
@Singleton
public final class OpenId {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final OpenIdConfig config;
  private final Secrets secrets;
  private final ProviderHttp http = new ProviderHttp();
  private @Nullable Known known;

  OpenId(OpenIdConfig config, Secrets secrets) {
    this.config = config;
    this.secrets = secrets;
  }

  private record Known(URI authorization, URI token, JWKSet keys, long nanos) {
    boolean isOlderThan(Duration age) {
      return System.nanoTime() - nanos > age.toNanos();
    }
  }

  /** Where the browser is sent. */
  public URI begin(Attempt attempt) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", provider().clientId());
    query.put("redirect_uri", redirect());
    query.put("scope", "openid profile email");
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", attempt.challenge());
    query.put("code_challenge_method", "S256");
    URI endpoint = known(KEPT).authorization();
    String separator = endpoint.getRawQuery() == null ? "?" : "&";
    return URI.create(endpoint + separator + ProviderHttp.encode(query));
  }

  /**
   * Who it was that came back.
   *
   * @throws ProviderRefused when the provider does not say so, or is not to be believed
   */
  public Identity finish(Attempt attempt, String code, Instant now) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect());
    form.put("code_verifier", attempt.verifier());
    Object token = http.post(known(KEPT).token(), form, authorization()).get("id_token");
    if (!(token instanceof String text)) {
      throw new ProviderRefused("there is no ID token");
    }
    return new IdTokens(provider().issuer().toString(), provider().clientId(), this::keys)
        .verify(text, attempt.nonce(), now);
  }

  private List<JWK> keys(@Nullable String id) {
    List<JWK> found = keys(known(KEPT), id);
    return found.isEmpty() ? keys(known(AGAIN), id) : found;
  }

  private static List<JWK> keys(Known known, @Nullable String id) {
    return known.keys().getKeys().stream()
        .filter(key -> id == null || id.equals(key.getKeyID()))
        .toList();
  }

  private synchronized Known known(Duration age) {
    Known fresh = known;
    if (fresh == null || fresh.isOlderThan(age)) {
      fresh = ask();
      known = fresh;
    }
    return fresh;
  }

  private Known ask() {
    String issuer = provider().issuer().toString();
    Map<?, ?> said =
        http.get(URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"));
    if (!issuer.equals(said.get("issuer"))) {
      throw new ProviderRefused("the provider says that it is " + said.get("issuer"));
    }
    try {
      return new Known(
          url(said, "authorization_endpoint"),
          url(said, "token_endpoint"),
          JWKSet.parse(Json.write(http.get(url(said, "jwks_uri")))),
          System.nanoTime());
    } catch (ParseException e) {
      throw new ProviderRefused("its keys cannot be read", e);
    }
  }

  private static URI url(Map<?, ?> said, String name) {
    try {
      return URI.create(String.valueOf(said.get(name)));
    } catch (IllegalArgumentException e) {
      throw new ProviderRefused(name + " is no URL", e);
    }
  }

  /** RFC 6749 §2.3.1. */
  private String authorization() {
    String pair =
        URLEncoder.encode(provider().clientId(), UTF_8)
            + ":"
            + URLEncoder.encode(secrets.secret(OpenIdConfig.CLIENT_SECRET), UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private String redirect() {
    return provider().back().resolve("/api/v1/session/openid/return");
  }

  private OpenIdConfig.Provider provider() {
    return Objects.requireNonNull(config.provider(), "OpenID Connect is not configured");
  }
}
