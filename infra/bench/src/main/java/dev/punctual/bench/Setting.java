package dev.punctual.bench;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a benchmark is given.
 *
 * @param home the repository's root
 * @param quick whether few rounds and small numbers will do
 * @param out takes the figures
 */
record Setting(Path home, boolean quick, PrintStream out) {
  void say(Object text) {
    out.println(text);
    out.flush();
  }
}
