package dev.punctual.bench;

/** Something that is measured, on runs of its own. */
interface Benchmark {
  /** By which it is chosen. */
  String name();

  /** What it measures, in one line. */
  String about();

  /**
   * Measures and prints.
   *
   * @throws Broken when something was lost or doubled, or did not happen at all; never for being
   *     slow
   */
  void run(Setting setting);
}
