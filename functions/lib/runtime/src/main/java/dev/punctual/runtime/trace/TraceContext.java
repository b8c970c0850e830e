package dev.punctual.runtime.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span's place in its trace (W3C Trace Context, level 1).
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero
 * @param sampled whether its spans are exported
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {
  /** Of a later version, what follows the fields that we know is none of our business. */
  private static final Pattern TRACEPARENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private static final int MAX_LENGTH = 256;

  /** What a {@code traceparent} says; empty: there is none, or it is not well-formed. */
  public static Optional<TraceContext> parse(@Nullable String traceparent) {
    if (traceparent == null || traceparent.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher parts = TRACEPARENT.matcher(traceparent);
    if (!parts.matches()
        || parts.group(1).equals("ff")
        || parts.group(1).equals("00") && parts.group(5) != null
        || isZero(parts.group(2))
        || isZero(parts.group(3))) {
      return Optional.empty();
    }
    boolean sampled = (Integer.parseInt(parts.group(4), 16) & 1) == 1;
    return Optional.of(new TraceContext(parts.group(2), parts.group(3), sampled));
  }

  /** The first span of a trace of its own. */
  public static TraceContext root(boolean sampled) {
    return new TraceContext(id() + id(), id(), sampled);
  }

  /** A span below this one. */
  public TraceContext child() {
    return new TraceContext(traceId, id(), sampled);
  }

  /** As a header's or an event's {@code traceparent}. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
  }

  private static String id() {
    long random = ThreadLocalRandom.current().nextLong();
    return HexFormat.of().toHexDigits(random == 0 ? 1 : random);
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(digit -> digit == '0');
  }
}
