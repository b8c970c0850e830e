package dev.punctual.gateway.find;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.query.Query;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are looked for, and in which order they are shown. What is in the trash is absent.
 *
 * @param status besides the query; null: any
 */
public record Search(Query query, @Nullable TaskStatus status, TaskSort sort) {

  /**
   * What a request asks for.
   *
   * @param q null: everything
   * @throws dev.punctual.gateway.http.Refused naming what cannot be read, and where
   */
  public static Search of(@Nullable String q, @Nullable TaskStatus status, @Nullable String sort) {
    return new Search(
        Query.parse(q == null ? "" : q).orRefuse("q"), status, TaskSort.of("sort", sort));
  }

  /** The same for the same search, and for hardly another one. */
  String digest() {
    String all =
        sort.wireName() + '\n' + (status == null ? "" : status.wireName()) + '\n' + query.text();
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
