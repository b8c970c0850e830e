package dev.punctual.notification.send;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.punctual.store.ChannelRow.PushKeys;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A message that only the subscribed browser can read (RFC 8291), in one record of the content
 * coding aes128gcm (RFC 8188).
 */
final class PushMessage {
  /** What a push service takes is 4,096 bytes (RFC 8030 §7.2); the coding needs 103 of them. */
  static final int MAX_BYTES = 3_993;

  private static final int RECORD_SIZE = 4_096;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PushMessage() {}

  /**
   * Encrypts.
   *
   * @param plain at most {@link #MAX_BYTES}
   * @throws GeneralSecurityException when the keys are none
   */
  static byte[] encrypt(byte[] plain, PushKeys keys) throws GeneralSecurityException {
    if (plain.length > MAX_BYTES) {
      throw new IllegalArgumentException("a message has at most " + MAX_BYTES + " bytes");
    }
    byte[] theirs = Base64.getUrlDecoder().decode(keys.p256dh());
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    KeyPair pair = generator.generateKeyPair();
    byte[] ours = P256.point((ECPublicKey) pair.getPublic());
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(pair.getPrivate());
    agreement.doPhase(P256.key(theirs), true);
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);

    // RFC 8291 §3.4
    byte[] input =
        derive(
            Base64.getUrlDecoder().decode(keys.auth()),
            agreement.generateSecret(),
            join("WebPush: info\0".getBytes(US_ASCII), theirs, ours),
            32);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(derive(salt, input, info("aes128gcm"), 16), "AES"),
        new GCMParameterSpec(128, derive(salt, input, info("nonce"), 12)));
    // 2 ends the last record.
    byte[] sealed = cipher.doFinal(join(plain, new byte[] {2}));
    return ByteBuffer.allocate(21 + ours.length + sealed.length)
        .put(salt)
        .putInt(RECORD_SIZE)
        .put((byte) ours.length)
        .put(ours)
        .put(sealed)
        .array();
  }

  private static byte[] derive(byte[] salt, byte[] input, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(input).addSalt(salt).thenExpand(info, length));
  }

  private static byte[] info(String purpose) {
    return ("Content-Encoding: " + purpose + "\0").getBytes(US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
