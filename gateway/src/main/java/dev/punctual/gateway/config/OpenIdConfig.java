package dev.punctual.gateway.config;

import dev.punctual.gateway.config.SignUpConfig.Mode;
import java.net.URI;
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

  /**
   * Whose word it is.
   *
   * @param issuer {@code PUNCTUAL_OPENID_ISSUER}, as its tokens name it; https, or http on loopback
   * @param clientId {@code PUNCTUAL_OPENID_CLIENT_ID}; required with an issuer
   * @param name {@code PUNCTUAL_OPENID_NAME}, what the way in is called; default OpenID
   * @param back {@code PUNCTUAL_PUBLIC_URL}; required with an issuer, which leads back there
   * @param signUp {@code PUNCTUAL_OPENID_SIGN_UP}: for whom of those that it knows an account is
   *     made; default as {@code PUNCTUAL_SIGN_UP}
   */
  public record Provider(URI issuer, String clientId, String name, PublicUrl back, Mode signUp) {
    public Provider {
      if (clientId.isEmpty()) {
        throw new IllegalArgumentException(ISSUER + " needs PUNCTUAL_OPENID_CLIENT_ID");
      }
      if (back.url() == null) {
        throw new IllegalArgumentException(ISSUER + " needs PUNCTUAL_PUBLIC_URL");
      }
    }
  }

  public static OpenIdConfig of(Environment environment) {
    String issuer = environment.textOrNull(ISSUER);
    return new OpenIdConfig(
        issuer == null
            ? null
            : new Provider(
                PublicUrl.secure(ISSUER, issuer),
                environment.text("PUNCTUAL_OPENID_CLIENT_ID", ""),
                environment.text("PUNCTUAL_OPENID_NAME", "OpenID"),
                PublicUrl.of(environment),
                SignUpConfig.mode(environment, "PUNCTUAL_OPENID_SIGN_UP")));
  }
}
