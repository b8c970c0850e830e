package dev.punctual.gateway.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What makes an ID token one to be believed (OpenID Connect Core §3.1.3.7). */
final class IdTokens {
  /** How far clocks may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  /** Never none, and never a key that both sides know. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final String issuer;
  private final String clientId;
  private final Function<@Nullable String, List<JWK>> keys;

  /**
   * @param keys the issuer's by their id; without an id all of them
   */
  IdTokens(String issuer, String clientId, Function<@Nullable String, List<JWK>> keys) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.keys = keys;
  }

  /**
   * Who it speaks of.
   *
   * @param nonce what was asked with
   * @throws ProviderRefused saying why it is not believed
   */
  Identity verify(String token, String nonce, Instant now) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      require(ALGORITHMS.contains(jwt.getHeader().getAlgorithm()), "its algorithm");
      require(isSigned(jwt), "its signature");
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      check(claims, nonce, now);
      boolean proved = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
      return new Identity(
          issuer,
          claims.getSubject(),
          claims.getStringClaim("name"),
          proved ? claims.getStringClaim("email") : null,
          claims.getStringClaim("zoneinfo"));
    } catch (ParseException | JOSEException e) {
      throw new ProviderRefused("the ID token cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean isSigned(SignedJWT jwt) throws JOSEException {
    for (JWK key : keys.apply(jwt.getHeader().getKeyID())) {
      JWSVerifier verifier = verifier(key);
      if (verifier != null
          && !KeyUse.ENCRYPTION.equals(key.getKeyUse())
          && verifier.supportedJWSAlgorithms().contains(jwt.getHeader().getAlgorithm())
          && jwt.verify(verifier)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable JWSVerifier verifier(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSASSAVerifier(rsa);
      case ECKey curve -> new ECDSAVerifier(curve);
      default -> null;
    };
  }

  private void check(JWTClaimsSet claims, String nonce, Instant now) throws ParseException {
    List<String> audience = claims.getAudience();
    String party = claims.getStringClaim("azp");
    require(issuer.equals(claims.getIssuer()), "its issuer");
    require(audience.contains(clientId), "its audience");
    require(audience.size() == 1 || clientId.equals(party), "who it was made for");
    require(party == null || clientId.equals(party), "who it was made for");
    require(after(claims.getExpirationTime(), now.minus(SKEW)), "its end");
    Date issued = claims.getIssueTime();
    require(issued != null && !after(issued, now.plus(SKEW)), "when it was made");
    require(nonce.equals(claims.getStringClaim("nonce")), "its nonce");
    String subject = claims.getSubject();
    require(subject != null && !subject.isEmpty() && subject.length() <= 255, "its subject");
  }

  private static boolean after(@Nullable Date date, Instant instant) {
    return date != null && date.toInstant().isAfter(instant);
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new ProviderRefused("the ID token is not believed: " + what);
    }
  }
}
