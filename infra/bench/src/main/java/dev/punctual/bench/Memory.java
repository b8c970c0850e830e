package dev.punctual.bench;

import dev.punctual.local.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What of the memory a gateway has taken, as Linux tells it. */
final class Memory {
  private Memory() {}

  /** Bytes of it that are resident now. */
  static long resident(Gateway gateway) {
    return of(gateway, "VmRSS:");
  }

  /** The most bytes of it that were ever resident. */
  static long peak(Gateway gateway) {
    return of(gateway, "VmHWM:");
  }

  static String megabytes(long bytes) {
    return Figures.count(bytes / 1_000_000) + " MB";
  }

  private static long of(Gateway gateway, String field) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(gateway.process().pid()), "status"))
              .stream()
              .filter(line -> line.startsWith(field))
              .map(line -> line.replaceAll("\\D", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElseThrow(() -> new Broken("no " + field))
          * 1024;
    } catch (IOException e) {
      throw new Broken("the gateway is gone", e);
    }
  }
}
