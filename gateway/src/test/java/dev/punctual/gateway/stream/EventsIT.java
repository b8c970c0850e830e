package dev.punctual.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.UpdateEvent.TaskChanged;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.relay.OutboxBell;
import dev.punctual.store.Outbox;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventsIT {
  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  @Test
  void aStreamBeginsAtANamedPositionAndTellsWhatHappensFromThen() {
    emit("before", 3);
    try (Reader reader = new Reader(null)) {
      assertThat(reader.next().type()).isEqualTo("hello");
      emit("after", 2);

      assertThat(reader.titles(2)).containsExactly("after 0", "after 1");
    }
  }

  @Test
  void whatWasMissedComesInOrderAndLiveEventsFollowWithoutGapOrDouble() {
    emit("old", 1_200);
    long first = position("old 0");
    try (Reader reader = new Reader(Long.toString(first))) {
      // Written while the past is being replayed.
      emit("new", 50);

      List<String> expected = new ArrayList<>();
      for (int i = 1; i < 1_200; i++) {
        expected.add("old " + i);
      }
      for (int i = 0; i < 50; i++) {
        expected.add("new " + i);
      }
      assertThat(reader.titles(expected.size())).isEqualTo(expected);
    }
  }

  @Test
  void anIdThatIsTooOldIsToldSo() {
    emit("purged", 2);
    long first = position("purged 0");
    database("UPDATE outbox_purged SET position = " + position("purged 1"));
    try (Reader reader = new Reader(Long.toString(first))) {
      assertThat(reader.next().type()).isEqualTo("hello");
      assertThat(reader.next().type()).isEqualTo("gap");
      emit("new", 1);

      assertThat(reader.titles(1)).containsExactly("new 0");
    } finally {
      database("UPDATE outbox_purged SET position = 0");
    }
  }

  @Test
  void aQuietPersonIsToldOfAGapOnceNotAtEachReturn() {
    emit("long ago", 1);
    long last = position("long ago 0");
    database("UPDATE outbox_purged SET position = " + (last + 1_000));
    try {
      String hello;
      try (Reader reader = new Reader(Long.toString(last))) {
        hello = reader.next().id();
        assertThat(reader.next().type()).isEqualTo("gap");
      }
      try (Reader reader = new Reader(hello)) {
        assertThat(reader.next().type()).isEqualTo("hello");
        database("UPDATE outbox_purged SET position = 0");
        database("ALTER SEQUENCE outbox_position RESTART WITH " + (last + 1_001));
        emit("new", 1);

        assertThat(reader.next().type()).as("no gap in between").isEqualTo("task.changed");
      }
    } finally {
      database("UPDATE outbox_purged SET position = 0");
    }
  }

  private void database(String sql) {
    gateway.database().owned().write(connection -> Sql.execute(connection, sql));
  }

  @Test
  void anIdThatIsNoneIsNoMatter() {
    for (String nonsense : List.of("x", "-1", "9".repeat(40), "1; DROP TABLE task")) {
      try (Reader reader = new Reader(nonsense)) {
        assertThat(reader.next().type()).isEqualTo("hello");
      }
    }
  }

  @Test
  void anotherPersonsUpdatesAreNotTold() {
    Caller other = gateway.person();
    try (Reader reader = new Reader(null)) {
      assertThat(reader.next().type()).isEqualTo("hello");
      emit(other, "hers", 5);
      emit("mine", 1);

      assertThat(reader.titles(1)).containsExactly("mine 0");
    }
  }

  @Test
  void aReaderThatDoesNotReadIsForgottenWhenItGoes() {
    String large = "x".repeat(6_000);
    emit(large, 3_000);
    try (Reader reader = new Reader("1")) {
      await().until(() -> gateway.bean(Streams.class).count(ada.user()) == 1);
      assertThat(reader.next().type()).isEqualTo("hello");
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> gateway.bean(Streams.class).count(ada.user()) == 0);
  }

  @Test
  void aQuietStreamIsKeptOpen() {
    try (Reader reader = new Reader(null)) {
      assertThat(reader.next().type()).isEqualTo("hello");
      emit("told", 1);
      assertThat(reader.titles(1)).containsExactly("told 0");
      gateway.bean(Streams.class).heartbeat();

      assertThat(reader.next().type()).isEqualTo("heartbeat");
    }
  }

  private void emit(String title, int count) {
    emit(ada, title, count);
  }

  private void emit(Caller caller, String title, int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TaskRow row = TestDatabase.task(caller.user(), title + " " + i);
      events.add(new TaskChanged(caller.user(), row.task().id(), row.task()));
    }
    gateway
        .database()
        .database()
        .write(
            connection ->
                Outbox.append(connection, "/punctual/test", TestDatabase.NOW, null, events));
    gateway.bean(OutboxBell.class).ring();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                gateway
                        .database()
                        .count(
                            "SELECT count(*) FROM outbox WHERE user_id = ? AND published_at IS NULL",
                            caller.user())
                    == 0);
  }

  private long position(String title) {
    return gateway
        .database()
        .count(
            "SELECT position AS count FROM outbox WHERE user_id = ? AND data LIKE ?",
            ada.user(),
            "%\"" + title + "\"%");
  }

  private record Told(String id, String type, String data) {}

  /** Reads the stream off a bare socket, so that it may also leave it unread. */
  private final class Reader implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    Reader(@Nullable String lastEventId) {
      try {
        socket = new Socket("localhost", gateway.url().getPort());
        socket.setSoTimeout(30_000);
        String request =
            "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + "Cookie: "
                + ada.cookie()
                + "\r\n"
                + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
                + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Told next() {
      String id = "";
      String type = "";
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("id:")) {
            id = line.substring(3).strip();
          } else if (line.startsWith("event:")) {
            type = line.substring(6).strip();
          } else if (line.startsWith("data:")) {
            return new Told(id, type, line.substring(5).strip());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      throw new IllegalStateException("the stream has ended");
    }

    List<String> titles(int count) {
      List<String> titles = new ArrayList<>();
      while (titles.size() < count) {
        Told told = next();
        if (told.type().equals("task.changed")) {
          titles.add(told.data().replaceAll(".*\"title\":\"([^\"]*)\".*", "$1"));
        }
      }
      return titles;
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
