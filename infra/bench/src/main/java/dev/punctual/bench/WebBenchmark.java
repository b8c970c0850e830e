package dev.punctual.bench;

import java.io.IOException;
import java.util.List;

/** The web app in a real browser, before 10,000 tasks: what a person waits for. */
final class WebBenchmark implements Benchmark {
  /** As many as somebody has who has used it for years. */
  private static final int TASKS = 10_000;

  private static final int FEW_TASKS = 1_000;

  @Override
  public String name() {
    return "web";
  }

  @Override
  public String about() {
    return "the web app in Chromium with 10,000 tasks: opening, typing, scrolling";
  }

  /** Playwright starts a Punctual of its own, as it does for the journeys, and says the figures. */
  @Override
  public void run(Setting setting) {
    ProcessBuilder browser =
        new ProcessBuilder(
                List.of("npx", "playwright", "test", "--config", "playwright.bench.config.ts"))
            .directory(setting.home().resolve("webapp").toFile())
            .inheritIO();
    int tasks = setting.quick() ? FEW_TASKS : TASKS;
    browser.environment().put("PUNCTUAL_BENCH_TASKS", Integer.toString(tasks));
    try {
      int status = browser.start().waitFor();
      Broken.unless(status == 0, "the browser ended with status %d", status);
    } catch (IOException e) {
      throw new Broken("no browser could be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("interrupted", e);
    }
  }
}
