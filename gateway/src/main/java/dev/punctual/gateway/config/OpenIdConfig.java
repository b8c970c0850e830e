package dev.punctual.gateway.config;

import dev.punctual.gateway.config.SignUpConfig.Mode;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by somebody else's word (OpenID Connect). The client's secret is the secret {@code
 * openid-client-secret}, asked for when it is used.
 *
 * @param provider null: there is none
 */
public record OpenIdConfig(@Nullable Provider provider) {

  /** The name of the client's secret. */
  public static final String CLIENT_SECRET = "openid-client-secret";

  private static final String ISSUER = "PUNCTUAL_OPENID_ISSUER";
  private static final String PUBLIC_URL = "PUNCTUAL_PUBLIC_URL";
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1\\]");

  /**
   * Whose word it is.
   *
   * @param issuer {@code PUNCTUAL_OPENID_ISSUER}, as its tokens name it; https, or http on loopback
   * @param clientId {@code PUNCTUAL_OPENID_CLIENT_ID}; required with an issuer
   * @param name {@code PUNCTUAL_OPENID_NAME}, what the way in is called; default OpenID
   * @param publicUrl {@code PUNCTUAL_PUBLIC_URL}, where people find this installation; required
   *     with an issuer, which leads back there
   * @param signUp {@code PUNCTUAL_OPENID_SIGN_UP}: for whom of those that it knows an account is
   *     made; default as {@code PUNCTUAL_SIGN_UP}
   */
  public record Provider(URI issuer, String clientId, String name, URI publicUrl, Mode signUp) {
    public Provider {
      check(ISSUER, issuer);
      check(PUBLIC_URL, publicUrl);
      if (clientId.isEmpty()) {
        throw new IllegalArgumentException("PUNCTUAL_OPENID_CLIENT_ID is missing");
      }
    }
  }

  public static OpenIdConfig of(Environment environment) {
    String issuer = environment.textOrNull(ISSUER);
    return new OpenIdConfig(
        issuer == null
            ? null
            : new Provider(
                url(ISSUER, issuer),
                environment.text("PUNCTUAL_OPENID_CLIENT_ID", ""),
                environment.text("PUNCTUAL_OPENID_NAME", "OpenID"),
                url(PUBLIC_URL, environment.text(PUBLIC_URL, "")),
                SignUpConfig.mode(environment, "PUNCTUAL_OPENID_SIGN_UP")));
  }

  private static URI url(String variable, String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(variable + " must be a URL, not " + text, e);
    }
  }

  private static void check(String variable, URI url) {
    boolean secure = "https".equals(url.getScheme()) && url.getHost() != null;
    boolean here =
        "http".equals(url.getScheme())
            && LOOPBACK.matcher(Objects.requireNonNullElse(url.getHost(), "")).matches();
    if (!secure && !here) {
      throw new IllegalArgumentException(variable + " must begin with https://");
    }
  }
}
