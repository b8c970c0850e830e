package dev.punctual.notification.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.json.Json;
import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.runtime.secrets.Secrets;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who we are to a push service: a token that our key signs (RFC 8292). */
final class Vapid {
  /** At most a day (§2). */
  private static final Duration VALID = Duration.ofHours(12);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final OutboundConfig.Push config;
  private final Secrets secrets;

  Vapid(OutboundConfig.Push config, Secrets secrets) {
    this.config = config;
    this.secrets = secrets;
  }

  /** The header Authorization for a request to this endpoint. */
  String authorization(URI endpoint, Instant now) throws GeneralSecurityException {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority());
    claims.put("exp", now.plus(VALID).getEpochSecond());
    claims.put("sub", config.subject());
    String signed = part("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + part(Json.write(claims));
    return "vapid t=" + signed + "." + signature(signed) + ", k=" + config.publicKey();
  }

  private String signature(String signed) throws GeneralSecurityException {
    byte[] key = Base64.getUrlDecoder().decode(secrets.secret(OutboundConfig.VAPID_PRIVATE_KEY));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, key), P256.PARAMETERS)));
    signature.update(signed.getBytes(UTF_8));
    return BASE64.encodeToString(signature.sign());
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }
}
