package dev.punctual.gateway.config;

import dev.punctual.runtime.secrets.Secrets;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A model behind an OpenAI-compatible endpoint, where the assistant has one.
 *
 * @param url {@code PUNCTUAL_MODEL_URL}, such as {@code https://api.openai.com/v1}; null: the
 *     assistant works without a model
 * @param name {@code PUNCTUAL_MODEL_NAME}, required with a URL
 * @param key the secret {@code model-key}; empty: the endpoint wants none
 * @param tokensADay {@code PUNCTUAL_MODEL_TOKENS_A_DAY}, of one person; default 200,000
 */
public record ModelConfig(@Nullable URI url, String name, String key, long tokensADay) {
  private static final String URL = "PUNCTUAL_MODEL_URL";
  private static final String NAME = "PUNCTUAL_MODEL_NAME";
  private static final String TOKENS = "PUNCTUAL_MODEL_TOKENS_A_DAY";

  public ModelConfig {
    if (url != null && !"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      throw new IllegalArgumentException(URL + " must be an http or https URL");
    }
    if (url != null && name.isEmpty()) {
      throw new IllegalArgumentException(NAME + " is required with " + URL);
    }
    if (tokensADay < 1) {
      throw new IllegalArgumentException(TOKENS + " must be at least 1");
    }
  }

  public static ModelConfig of(Environment environment, Secrets secrets) {
    String url = environment.textOrNull(URL);
    boolean keyed =
        environment.textOrNull("PUNCTUAL_SECRET_MODEL_KEY") != null
            || environment.textOrNull("PUNCTUAL_SECRET_REF_MODEL_KEY") != null;
    return new ModelConfig(
        url == null ? null : URI.create(url),
        environment.text(NAME, ""),
        url != null && keyed ? secrets.secret("model-key") : "",
        tokens(environment.text(TOKENS, "200000")));
  }

  private static long tokens(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(TOKENS + " must be a whole number, not " + text, e);
    }
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return url == null ? "no model" : name + " at " + url;
  }
}
