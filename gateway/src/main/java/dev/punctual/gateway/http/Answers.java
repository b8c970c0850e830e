package dev.punctual.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.json.Json;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Answers with the headers that the interface promises (DESIGN §5). */
public final class Answers {
  /** The header that names what a write changed. */
  public static final String CHANGE_ID = "Change-Id";

  private static final int TAG_BYTES = 8;

  private Answers() {}

  /** A thing as it is. */
  public static <T extends Record> MutableHttpResponse<T> entity(T entity, int version) {
    return HttpResponse.ok(entity).header(HttpHeaders.ETAG, tag(version));
  }

  /** A thing that has no version and is known by all that it says. */
  public static <T extends Record> MutableHttpResponse<T> entity(T entity) {
    return HttpResponse.ok(entity).header(HttpHeaders.ETAG, tag(entity));
  }

  /** A thing as a write left it. */
  public static <T extends Record> MutableHttpResponse<T> written(
      T entity, int version, ChangeId change) {
    return entity(entity, version).header(CHANGE_ID, change.toString());
  }

  /**
   * A thing that was not there before.
   *
   * @param path where it is now
   */
  public static <T extends Record> MutableHttpResponse<T> created(
      T entity, int version, ChangeId change, String path) {
    return HttpResponse.created(entity)
        .header(HttpHeaders.LOCATION, path)
        .header(HttpHeaders.ETAG, tag(version))
        .header(CHANGE_ID, change.toString());
  }

  /** As {@link #entity(Record)}, as a write left it. */
  public static <T extends Record> MutableHttpResponse<T> written(T entity, ChangeId change) {
    return entity(entity).header(CHANGE_ID, change.toString());
  }

  /** What a write brought about that has no version of its own. */
  public static <T extends Record> MutableHttpResponse<T> done(T result, ChangeId change) {
    return HttpResponse.ok(result).header(CHANGE_ID, change.toString());
  }

  /** A thing that is gone. */
  public static MutableHttpResponse<Void> gone(ChangeId change) {
    return HttpResponse.<Void>noContent().header(CHANGE_ID, change.toString());
  }

  /**
   * Refuses a write to a version that is not the current one (RFC 9110 §13.1.1).
   *
   * @param ifMatch the header; null: any version will do
   * @throws Refused with the current state
   */
  public static void requireMatch(@Nullable String ifMatch, Record current, int version) {
    requireMatch(ifMatch, current, tag(version));
  }

  /** As {@link #requireMatch(String, Record, int)}, of a thing that has no version. */
  public static void requireMatch(@Nullable String ifMatch, Record current) {
    requireMatch(ifMatch, current, tag(current));
  }

  private static void requireMatch(@Nullable String ifMatch, Record current, String tag) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    for (String wanted : ifMatch.split(",", -1)) {
      if (wanted.strip().equals(tag)) {
        return;
      }
    }
    throw Refused.changedMeanwhile(current);
  }

  private static String tag(Record entity) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(Json.write(entity).getBytes(UTF_8));
      return "\"" + HexFormat.of().formatHex(sha, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String tag(int version) {
    return "\"" + version + "\"";
  }
}
