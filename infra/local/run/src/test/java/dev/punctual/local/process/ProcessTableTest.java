package dev.punctual.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
  @TempDir Path temp;

  @Test
  void stopsWhatAnEarlierLauncherLeft() throws Exception {
    ManagedProcess left = start("sleep", "600");
    await().atMost(Duration.ofSeconds(60)).until(() -> entries().size() == 1);
    assertThat(new ProcessTable(temp).stopLeftovers(Duration.ofSeconds(5))).isEqualTo(1);
    assertThat(left.isAlive()).isFalse();
    assertThat(entries()).isEmpty();
  }

  @Test
  void leavesAProcessAloneThatOnlyHasTheSamePid() throws Exception {
    ManagedProcess bystander = start("sleep", "600");
    await().atMost(Duration.ofSeconds(60)).until(() -> entries().size() == 1);
    Path entry = entries().getFirst();
    List<String> lines = Files.readAllLines(entry);
    String[] fields = lines.getFirst().split(" ");
    fields[21] = "1";
    Files.write(entry, List.of(String.join(" ", fields), lines.get(1)));
    assertThat(new ProcessTable(temp).stopLeftovers(Duration.ofSeconds(5))).isZero();
    assertThat(bystander.isAlive()).isTrue();
    assertThat(entries()).isEmpty();
    bystander.kill();
  }

  @Test
  void anEntryOfAnotherBootOrWithoutSenseIsForgotten() throws Exception {
    Files.writeString(temp.resolve("a.pid"), "1 (x) S 1\nother-boot\n");
    Files.writeString(temp.resolve("b.pid"), "");
    Files.writeString(temp.resolve("c.pid"), "nonsense\nmore\n");
    assertThat(new ProcessTable(temp).stopLeftovers(Duration.ofSeconds(5))).isZero();
    assertThat(entries()).isEmpty();
  }

  @Test
  void forgetsAProcessThatEnded() throws Exception {
    ManagedProcess short1 = start("true");
    await().atMost(Duration.ofSeconds(60)).until(() -> !short1.isAlive() && entries().isEmpty());
    assertThat(short1.status()).isZero();
  }

  @Test
  void theProgramHasTheEnvironmentAndItsOutputIsKept() throws Exception {
    ManagedProcess process = start("sh", "-c", "echo $GREETING; echo bad >&2");
    await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    assertThat(process.log().tail(5)).containsExactly("hello", "bad");
    assertThat(process.log().tail(1)).containsExactly("bad");
  }

  @Test
  void longLogsAreCutAndOneOlderPartIsKept() throws Exception {
    LogFile log = new LogFile(temp.resolve("long.log"));
    Files.write(log.path(), new byte[(int) LogFile.MAX_BYTES + 1]);
    log.bound();
    assertThat(log.path()).isEmptyFile();
    assertThat(temp.resolve("long.log.1")).hasSize(LogFile.MAX_BYTES + 1);
  }

  private ManagedProcess start(String... program) throws IOException {
    return ManagedProcess.start(
        new ProcessTable(temp),
        "p",
        List.of(program),
        Map.of("GREETING", "hello"),
        new LogFile(temp.resolve("p.log")));
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.filter(file -> file.toString().endsWith(".pid")).toList();
    }
  }
}
