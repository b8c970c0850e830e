package dev.punctual.local.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.local.process.LogFile;
import dev.punctual.local.process.ManagedProcess;
import dev.punctual.local.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With processes that only sleep, and a lag that the test sets. */
class ScalerIT {
  private static final FunctionScaling SCALING =
      new FunctionScaling("f", "t", "g", 0, 3, 500, 0, Duration.ofSeconds(1));

  @TempDir Path temp;

  private final SettableLag lag = new SettableLag();
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private List<String> program = List.of("sleep", "600");
  private final Scaler scaler = Scaler.start(lag, List.of(SCALING), this::start, steps::add);

  @AfterEach
  void close() {
    scaler.close();
  }

  @Test
  void goesFromZeroToOneToThreeAndBack() {
    lag.set(1);
    awaitProcesses(1);
    lag.set(1200);
    awaitProcesses(3);
    lag.set(0);
    awaitProcesses(0);
    assertThat(steps)
        .containsExactly("f 0 → 1 (lag 1)", "f 1 → 3 (lag 1200)", "f 3 → 0 (idle for 1 s)");
  }

  @Test
  void replacesAKilledProcessWhileThereIsLag() {
    lag.set(1);
    awaitProcesses(1);
    ManagedProcess first = scaler.processes("f").getFirst();
    first.kill();
    await().atMost(seconds(30)).until(() -> !first.isAlive() && scaler.processes("f").size() == 1);
    assertThat(scaler.processes("f").getFirst().pid()).isNotEqualTo(first.pid());
    assertThat(steps).anySatisfy(step -> assertThat(step).contains("ended with status 137"));
  }

  @Test
  void pausedItLeavesEverythingAndResumedItCatchesUp() {
    scaler.pause();
    lag.set(1200);
    await().atMost(seconds(30)).until(() -> lag.reads() > 3);
    assertThat(scaler.processes()).isEmpty();
    scaler.resume();
    awaitProcesses(3);
  }

  @Test
  void aProcessThatIgnoresSigtermIsKilledAfterItsGrace() {
    Path deaf = temp.resolve("deaf");
    program =
        List.of(
            "sh", "-c", "trap '' TERM; touch \"$1\"; while :; do sleep 0.1; done", "sh", deaf + "");
    lag.set(1);
    awaitProcesses(1);
    await().atMost(seconds(30)).until(() -> Files.exists(deaf));
    ManagedProcess stubborn = scaler.processes().getFirst();
    scaler.pause();
    long before = System.nanoTime();
    scaler.stopFunctions();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(seconds(4));
    assertThat(stubborn.isAlive()).isFalse();
    assertThat(stubborn.status()).isEqualTo(137);
  }

  @Test
  void closingStopsAllProcesses() {
    lag.set(1200);
    awaitProcesses(3);
    List<ManagedProcess> all = scaler.processes();
    scaler.close();
    assertThat(all).noneMatch(ManagedProcess::isAlive);
    assertThat(temp.toFile().list((folder, name) -> name.endsWith(".pid"))).isEmpty();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private void awaitProcesses(int count) {
    await().atMost(seconds(30)).until(() -> scaler.processes("f").size() == count);
  }

  private ManagedProcess start(String function, int replica) throws IOException {
    return ManagedProcess.start(
        new ProcessTable(temp),
        function,
        program,
        Map.of(),
        new LogFile(temp.resolve(function + "-" + replica + ".log")));
  }

  private static final class SettableLag implements LagSource {
    private volatile long records;
    private volatile int reads;

    void set(long value) {
      records = value;
    }

    int reads() {
      return reads;
    }

    @Override
    public Map<String, Lag> read(Collection<FunctionScaling> functions) {
      reads++;
      return Map.of("f", new Lag(records, 3));
    }

    @Override
    public void close() {}
  }
}
