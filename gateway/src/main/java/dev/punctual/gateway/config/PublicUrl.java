package dev.punctual.gateway.config;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where people find this installation. What is told outside leads here and nowhere else: what a
 * request says of itself may be somebody's trap.
 *
 * @param url {@code PUNCTUAL_PUBLIC_URL}, https, or http on loopback; null: nobody said
 */
public record PublicUrl(@Nullable URI url) {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1\\]");

  public static PublicUrl of(Environment environment) {
    String name = "PUNCTUAL_PUBLIC_URL";
    String text = environment.textOrNull(name);
    return new PublicUrl(text == null ? null : secure(name, text));
  }

  /**
   * An address under it.
   *
   * @param path begins with a slash
   */
  public String resolve(String path) {
    return Objects.requireNonNull(url).toString().replaceFirst("/$", "") + path;
  }

  /** A URL that nobody on the way can read along, by the variable that has it. */
  static URI secure(String variable, String text) {
    try {
      URI url = URI.create(text);
      boolean secure = "https".equals(url.getScheme()) && url.getHost() != null;
      boolean here =
          "http".equals(url.getScheme())
              && LOOPBACK.matcher(Objects.requireNonNullElse(url.getHost(), "")).matches();
      if (secure || here) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Told below, as any other text that is no such URL.
    }
    throw new IllegalArgumentException(variable + " must be a URL that begins with https://");
  }
}
