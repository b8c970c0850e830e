package dev.punctual.gateway.http;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ApiTokenId;
import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.WireName;
import java.util.Locale;

/** By what somebody was let in. */
public sealed interface Access {
  /** What ends it when it is revoked. */
  Id id();

  /** Whether it is enough for a write. */
  boolean mayWrite();

  /** A browser's session. */
  record BySession(SessionId id) implements Access {
    @Override
    public boolean mayWrite() {
      return true;
    }
  }

  /** A program's token. */
  record ByToken(ApiTokenId id, Scope scope) implements Access {
    @Override
    public boolean mayWrite() {
      return scope == Scope.WRITE;
    }
  }

  /** What a token is good for. */
  enum Scope implements WireName {
    /** Reading only. */
    READ,
    /** Reading and writing. */
    WRITE;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
