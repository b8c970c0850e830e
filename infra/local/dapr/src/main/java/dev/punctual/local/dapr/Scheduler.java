package dev.punctual.local.dapr;

import dev.punctual.local.servers.Folders;
import dev.punctual.local.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Dapr's scheduler with its embedded etcd, on loopback. Its data outlives it; it can be killed and
 * started again on the same ports.
 */
public final class Scheduler implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String ID = "dapr-scheduler-server-0";

  private final Path data;
  private final int port;
  private final ChildProcess process;

  private Scheduler(Path folder) {
    this.data = folder.resolve("etcd");
    this.port = Ports.free();
    int health = Ports.free();
    // Every port is named: a default one could be somebody else's etcd.
    this.process =
        new ChildProcess(
            List.of(
                DaprBinaries.required().scheduler().toString(),
                "--id=" + ID,
                "--listen-address=" + HOST,
                "--port=" + port,
                "--override-broadcast-host-port=" + address(),
                "--healthz-listen-address=" + HOST,
                "--healthz-port=" + health,
                "--enable-metrics=false",
                "--etcd-data-dir=" + data,
                "--etcd-client-listen-address=" + HOST,
                "--etcd-client-port=" + Ports.free(),
                "--etcd-initial-cluster=" + ID + "=http://" + HOST + ":" + Ports.free()),
            Map.of(),
            URI.create("http://" + HOST + ":" + health + "/healthz"),
            folder.resolve("scheduler.log"));
  }

  /** Starts one with its data and log in the folder; returns when it takes jobs. */
  public static Scheduler start(Path folder) {
    Scheduler scheduler = new Scheduler(folder);
    scheduler.startAgain();
    return scheduler;
  }

  /** host:port, for {@link Sidecar.Settings#withScheduler}. */
  public String address() {
    return HOST + ":" + port;
  }

  public Path log() {
    return process.log();
  }

  public boolean isRunning() {
    return process.isRunning();
  }

  /** SIGKILL, as a node that fails. */
  public void kill() {
    process.kill();
  }

  /** Brings it back on its ports and data; does nothing when it runs. */
  public void startAgain() {
    process.start();
  }

  /** Kills it and deletes all jobs. */
  public void loseData() {
    kill();
    try {
      Folders.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
