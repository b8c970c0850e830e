package dev.punctual.store;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;
import java.util.Collection;
import java.util.List;

/** A thing of a person's, the key by which rows are found. */
public record Owned<I extends Id>(UserId user, I id) {

  static <I extends Id> List<UserId> users(Collection<Owned<I>> keys) {
    return keys.stream().map(Owned::user).toList();
  }

  static <I extends Id> List<I> ids(Collection<Owned<I>> keys) {
    return keys.stream().map(Owned::id).toList();
  }
}
