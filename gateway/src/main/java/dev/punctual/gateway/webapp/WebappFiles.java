package dev.punctual.gateway.webapp;

import dev.punctual.gateway.config.WebappConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the file that a path of the web app stands for; never one outside of its folder. */
@Singleton
final class WebappFiles {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final WebappConfig config;

  WebappFiles(WebappConfig config) {
    this.config = config;
  }

  /**
   * A file to be sent.
   *
   * @param asset whether its name changes with its content, so that it may be kept for ever
   */
  record Found(Path file, String type, boolean asset) {}

  /**
   * The file of a path; for a path that looks like none the page itself, which knows its routes.
   *
   * @param path decoded, with a slash in front
   */
  Optional<Found> find(String path) {
    Path folder = config.folder();
    if (folder == null) {
      return Optional.empty();
    }
    boolean page = !path.substring(path.lastIndexOf('/') + 1).contains(".");
    return within(folder, page ? "index.html" : path.substring(1))
        .filter(Files::isRegularFile)
        .map(file -> new Found(file, type(file), path.startsWith("/assets/")));
  }

  private static Optional<Path> within(Path folder, String relative) {
    try {
      Path root = folder.toRealPath();
      Path file = root.resolve(relative).normalize();
      return file.startsWith(root) && Files.exists(file) && file.toRealPath().startsWith(root)
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException e) {
      // The folder may come later: the gateway starts before the web app is built.
      return Optional.empty();
    }
  }

  private static String type(Path file) {
    String name = file.getFileName().toString();
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  /** The bytes of a file. */
  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes with the file. */
  static String tag(Path file) {
    try {
      return "\"%x-%x\"".formatted(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
