package dev.punctual.gateway.people;

import dev.punctual.store.Accounts.Account;

/**
 * What a person may change about themselves.
 *
 * @param zone IANA name
 */
record MeDraft(String name, String zone) {
  static MeDraft of(Account account) {
    return new MeDraft(account.name(), account.zone().getId());
  }
}
