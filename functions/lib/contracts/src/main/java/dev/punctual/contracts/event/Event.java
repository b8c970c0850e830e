package dev.punctual.contracts.event;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;

/** What has happened to something of a person: the {@code data} of a CloudEvent. */
public sealed interface Event permits TaskEvent, SeriesEvent, ReminderEvent, UpdateEvent, DueEvent {

  /** Whose it is. */
  UserId userId();

  /** The id of what the type names; the CloudEvents attribute {@code subject}. */
  Id subject();

  /**
   * The Kafka key: events of one key keep their order. The person, unless a family says otherwise.
   */
  default Id key() {
    return userId();
  }
}
