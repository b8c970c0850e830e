package dev.punctual.local.servers;

/** Shutdown hooks that may be taken back at any time. */
final class ExitHooks {
  private ExitHooks() {}

  static void remove(Thread hook) {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out: the hook runs, and finds nothing left to do.
      return;
    }
  }
}
