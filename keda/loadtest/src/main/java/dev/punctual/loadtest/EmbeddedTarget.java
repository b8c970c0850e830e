package dev.punctual.loadtest;

import dev.punctual.cluster.Databases;
import dev.punctual.cluster.Failed;
import dev.punctual.local.EmbeddedRun;
import dev.punctual.local.RunSettings;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.Lag;
import dev.punctual.local.servers.Folders;
import dev.punctual.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Punctual started for the test on a folder of its own, scaled by keda/values.yaml. */
final class EmbeddedTarget implements Target {
  private final EmbeddedRun run;
  private final Path data;
  private final FunctionScaling scaling;
  private final Database database;

  private EmbeddedTarget(EmbeddedRun run, Path data, FunctionScaling scaling) {
    this.run = run;
    this.data = data;
    this.scaling = scaling;
    this.database =
        Databases.at(run.database().jdbcUrl(), run.database().user(), run.database().password());
  }

  /**
   * Starts one.
   *
   * @param home the repository's root
   */
  static EmbeddedTarget start(Path home, FunctionScaling scaling) {
    try {
      // On the disk that a person's data would be on: the temporary folder may be none.
      Path data =
          Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "load");
      RunSettings settings = RunSettings.of(home, data, step -> {});
      EmbeddedRun run =
          EmbeddedRun.start(settings.withAddress("127.0.0.1", 0).withSupervised(false));
      return new EmbeddedTarget(run, data, scaling);
    } catch (IOException e) {
      throw new Failed("No data folder can be made: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public FunctionScaling scaling() {
    return scaling;
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public void hold() {
    run.scaler().pause();
    run.scaler().stopFunctions();
  }

  @Override
  public void releaseOne() {
    run.scaler().resume(1);
  }

  @Override
  public void release() {
    run.scaler().resume();
  }

  @Override
  public int processes() {
    return run.scaler().processes(scaling.name()).size();
  }

  @Override
  public long lag() {
    Lag lag = run.scaler().lags().get(scaling.name());
    return lag == null ? 0 : lag.records();
  }

  @Override
  public void close() {
    run.close();
    try {
      Folders.delete(data);
    } catch (IOException e) {
      System.err.println("punctual: " + data + " stays behind: " + e.getMessage());
    }
  }
}
