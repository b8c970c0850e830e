package dev.punctual.gateway.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a thing of a calendar file is known again (RFC 5545 §3.8.4.7). */
final class Uids {
  private static final int MAX = 200;

  private Uids() {}

  /** The UID; where there is none, what stands in for it: a digest of what the component says. */
  static String of(Block todo) {
    String uid = todo.text("UID").strip();
    return uid.isEmpty() ? "sha256:" + digest(todo.lines().toString()) : kept(uid);
  }

  /** One that may be kept: what is long or strange is told apart by its digest. */
  static String kept(String uid) {
    boolean plain = uid.length() <= MAX && uid.chars().allMatch(each -> each >= ' ' && each < 127);
    return plain ? uid : "sha256:" + digest(uid);
  }

  /** Of an occurrence whose series is not known. */
  static String of(String uid, When occurrence) {
    return kept(uid + "/" + occurrence.local());
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
