package dev.punctual.contracts;

import java.util.UUID;

/**
 * The identity of one thing, typed so that a task's id cannot stand where a person's is expected.
 * On a wire it is the lower-case UUID alone. New ids are UUIDv7 (RFC 9562 §5.7), so that they sort
 * by time.
 */
public sealed interface Id {
  UUID value();

  /** A person. */
  record UserId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A task, an occurrence of a series among them. */
  record TaskId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A series, that is a recurring task. */
  record SeriesId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A reminder. */
  record ReminderId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A notification, what a person is told. */
  record NotificationId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A delivery of a notification through one channel. */
  record DeliveryId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A channel, a way to a person beside the application itself. */
  record ChannelId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A feed, a calendar file that is read without a session. */
  record FeedId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A session, what a browser signs in with. */
  record SessionId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A tag; its name may change. */
  record TagId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** An API token, what a program signs in with. */
  record ApiTokenId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** An invitation to have an account. */
  record InvitationId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A filter, a query that a person keeps. */
  record FilterId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A change, what history and undo read. */
  record ChangeId(UUID value) implements Id {
    @Override
    public String toString() {
      return value.toString();
    }
  }
}
