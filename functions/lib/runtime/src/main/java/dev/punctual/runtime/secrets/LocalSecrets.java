package dev.punctual.runtime.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of the embedded run: a file {@code <name>} in the folder {@code PUNCTUAL_SECRETS_DIR},
 * else the environment variable {@code PUNCTUAL_SECRET_<NAME>}.
 */
public final class LocalSecrets implements Secrets {
  private final Map<String, String> environment;

  public LocalSecrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String secret(String name) {
    String folder = environment.get("PUNCTUAL_SECRETS_DIR");
    String value = folder == null ? null : file(Path.of(folder, name));
    if (value == null) {
      value = environment.get(variable(name));
    }
    if (value == null) {
      throw new SecretMissing(
          name, (folder == null ? "" : "the folder " + folder + " nor in ") + variable(name));
    }
    return value;
  }

  private static String variable(String name) {
    return "PUNCTUAL_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static @Nullable String file(Path path) {
    try {
      return Files.readString(path).strip();
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new SecretMissing(path.getFileName().toString(), path + " (" + e + ")");
    }
  }
}
