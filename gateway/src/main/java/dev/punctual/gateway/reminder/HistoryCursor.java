package dev.punctual.gateway.reminder;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a reminder's story goes on.
 *
 * @param seq behind this step
 * @param wakeUps how many were told before
 */
record HistoryCursor(long seq, int wakeUps) {
  static final HistoryCursor START = new HistoryCursor(0, 0);

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})/(\\d{1,9})");

  /**
   * Reads what {@link #text} wrote; null is the start.
   *
   * @throws Refused when it is anything else
   */
  static HistoryCursor of(@Nullable String text) {
    if (text == null) {
      return START;
    }
    try {
      Matcher found = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), US_ASCII));
      if (found.matches()) {
        return new HistoryCursor(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)));
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new Refused(
        ProblemCode.INVALID_CURSOR, "cursor", "A cursor is what nextCursor gave, unchanged.");
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((seq + "/" + wakeUps).getBytes(US_ASCII));
  }
}
