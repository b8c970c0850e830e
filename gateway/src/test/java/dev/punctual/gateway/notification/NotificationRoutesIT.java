package dev.punctual.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.NotificationRow;
import dev.punctual.store.NotificationRows;
import dev.punctual.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationRoutesIT {
  private static final String NOTIFICATIONS = "/api/v1/notifications";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  @Test
  void notificationsAreListedFromTheNewestAndReadOneByOneOrAll() {
    NotificationId first = told(0);
    NotificationId second = told(1);
    told(2);

    assertThat((List<?>) ada.get(NOTIFICATIONS).field("items")).hasSize(3);
    Answer page = ada.get(NOTIFICATIONS + "?limit=2");
    Answer rest = ada.get(NOTIFICATIONS + "?cursor=" + page.text("nextCursor"));
    assertThat(((List<?>) rest.field("items")).toString()).contains(first.toString());

    Answer read = ada.post(NOTIFICATIONS + "/" + second + "/read", null);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text("status")).isEqualTo("read");
    assertThat(read.field("readAt")).isNotNull();
    assertThat(read.header("Change-Id")).isNotEmpty();
    assertThat(ada.post(NOTIFICATIONS + "/" + second + "/read", null).json())
        .isEqualTo(read.json());
    assertThat((List<?>) ada.get(NOTIFICATIONS + "?status=unread").field("items")).hasSize(2);

    assertThat(ada.post(NOTIFICATIONS + "/read-all", null).field("read")).isEqualTo(2L);
    assertThat((List<?>) ada.get(NOTIFICATIONS + "?status=unread").field("items")).isEmpty();
  }

  @Test
  void readingAllIsReadingOnesOwn() {
    Caller grace = gateway.person();
    told(0);

    assertThat(grace.post(NOTIFICATIONS + "/read-all", null).field("read")).isEqualTo(0L);
    assertThat((List<?>) ada.get(NOTIFICATIONS + "?status=unread").field("items")).hasSize(1);
  }

  private NotificationId told(int minute) {
    TaskId task = new TaskId(ada.post("/api/v1/tasks", "{\"title\":\"t\"}").id());
    NotificationId id = new NotificationId(Uuid7.next());
    Notification notification =
        new Notification(
            id,
            "reminder",
            "t",
            task,
            null,
            NotificationStatus.UNREAD,
            TestDatabase.NOW.plusSeconds(60L * minute),
            null);
    gateway
        .database()
        .database()
        .write(
            connection ->
                NotificationRows.insert(
                    connection, List.of(new NotificationRow(ada.user(), notification))));
    return id;
  }
}
