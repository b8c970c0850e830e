package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Accounts.Account;
import java.time.ZoneId;

/**
 * A person as they see themselves.
 *
 * @param zone the zone of what names none itself
 */
record Me(UserId id, String name, ZoneId zone) {
  static Me of(Account account) {
    return new Me(account.id(), account.name(), account.zone());
  }
}
