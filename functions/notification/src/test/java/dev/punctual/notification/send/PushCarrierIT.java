package dev.punctual.notification.send;

import static dev.punctual.notification.send.Parcels.carry;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.json.Json;
import dev.punctual.notification.send.HttpReceiver.Received;
import dev.punctual.runtime.outbound.AddressRule;
import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.store.ChannelRow.PushKeys;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a push service, and a browser that decrypts by its own reading of RFC 8291. */
class PushCarrierIT {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Instant NOW = Instant.parse("2026-03-06T19:00:00Z");

  private final HttpReceiver service = HttpReceiver.encrypted();
  private final KeyPair browser = pair();
  private final byte[] auth = "0123456789abcdef".getBytes(US_ASCII);
  private final KeyPair ours = pair();
  private final PushKeys keys =
      new PushKeys(
          BASE64.encodeToString(P256.point((ECPublicKey) browser.getPublic())),
          BASE64.encodeToString(auth));
  private final Parcel parcel = Parcels.parcel(ChannelKind.PUSH, service.url(), keys);
  private final PushCarrier carrier =
      new PushCarrier(
          new HttpPost(
              AddressRule.allowing("127.0.0.0/8,::1/128"),
              TestTls.CONTEXT.getSocketFactory(),
              new Names()),
          new Vapid(
              new OutboundConfig.Push(
                  BASE64.encodeToString(P256.point((ECPublicKey) ours.getPublic())),
                  "mailto:punctual@example.net"),
              name -> BASE64.encodeToString(scalar())),
          () -> NOW);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void theBrowserAloneReadsTheMessage() throws GeneralSecurityException {
    assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());

    Received post = service.received().getFirst();
    assertThat(post.header("Content-encoding")).isEqualTo("aes128gcm");
    assertThat(post.header("Ttl")).isEqualTo("86400");
    assertThat(post.header("Topic")).matches("[A-Za-z0-9_-]{1,32}");
    Map<?, ?> message = (Map<?, ?>) Json.parse(decrypt(post.body()));
    assertThat(message.get("title")).isEqualTo("Grüße senden");
    assertThat(message.get("id")).isEqualTo(parcel.id());
  }

  @Test
  void theServiceSeesWhoWeAre() throws GeneralSecurityException {
    assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());

    String[] words = service.received().getFirst().header("Authorization").split("[ ,=]+", -1);
    String[] token = words[2].split("\\.", -1);
    assertThat(words[0]).isEqualTo("vapid");
    assertThat(Base64.getUrlDecoder().decode(words[4]))
        .isEqualTo(P256.point((ECPublicKey) ours.getPublic()));
    Map<?, ?> claims = (Map<?, ?>) Json.parse(Base64.getUrlDecoder().decode(token[1]));
    assertThat(claims.get("aud")).isEqualTo("https://localhost:" + service.port());
    assertThat(claims.get("sub")).isEqualTo("mailto:punctual@example.net");
    assertThat((Long) claims.get("exp"))
        .isBetween(NOW.getEpochSecond(), NOW.plusSeconds(86_400).getEpochSecond());
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(ours.getPublic());
    signature.update((token[0] + "." + token[1]).getBytes(US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
  }

  @Test
  void aSubscriptionThatHasEndedIsGone() {
    service.answer(410);
    assertThat(carry(carrier, parcel)).isInstanceOf(Reply.Gone.class);
    service.answer(404);
    assertThat(carry(carrier, parcel)).isInstanceOf(Reply.Gone.class);
    service.answer(503);
    assertThat(carry(carrier, parcel)).isInstanceOf(Reply.NotNow.class);
  }

  @Test
  void aKeyThatIsNoPointOfTheCurveIsNeverUsed() {
    byte[] point = P256.point((ECPublicKey) browser.getPublic());
    point[64] ^= 1;
    PushKeys off = new PushKeys(BASE64.encodeToString(point), keys.auth());

    assertThat(carry(carrier, Parcels.parcel(ChannelKind.PUSH, service.url(), off)))
        .isInstanceOf(Reply.Never.class);
    assertThat(service.received()).isEmpty();
  }

  private byte[] scalar() {
    byte[] bytes = ((ECPrivateKey) ours.getPrivate()).getS().toByteArray();
    byte[] scalar = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, scalar, 32 - length, length);
    return scalar;
  }

  /** RFC 8188 §2, RFC 8291 §3.4, with HKDF of two HMACs (RFC 5869 §2). */
  private byte[] decrypt(byte[] body) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = new byte[16];
    in.get(salt);
    assertThat(in.getInt()).isEqualTo(4096);
    byte[] sender = new byte[in.get()];
    in.get(sender);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(browser.getPrivate());
    agreement.doPhase(P256.key(sender), true);
    byte[] receiver = P256.point((ECPublicKey) browser.getPublic());
    byte[] info = new byte[14 + 65 + 65];
    System.arraycopy("WebPush: info\0".getBytes(US_ASCII), 0, info, 0, 14);
    System.arraycopy(receiver, 0, info, 14, 65);
    System.arraycopy(sender, 0, info, 79, 65);
    byte[] input = hkdf(auth, agreement.generateSecret(), info, 32);
    byte[] key = hkdf(salt, input, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
    byte[] nonce = hkdf(salt, input, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    byte[] padded = cipher.doFinal(sealed);
    assertThat(padded[padded.length - 1]).isEqualTo((byte) 2);
    return Arrays.copyOf(padded, padded.length - 1);
  }

  private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] extracted = hmac(salt, input);
    byte[] expand = Arrays.copyOf(info, info.length + 1);
    expand[info.length] = 1;
    return Arrays.copyOf(hmac(extracted, expand), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
