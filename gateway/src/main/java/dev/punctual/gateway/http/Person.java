package dev.punctual.gateway.http;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Accounts.Account;
import java.security.Principal;
import java.time.ZoneId;

/**
 * Who makes the request: a controller's method that takes a person is served to those who are
 * signed in only.
 */
public record Person(UserId id, String name, ZoneId zone) implements Principal {

  public static Person of(Account account) {
    return new Person(account.id(), account.name(), account.zone());
  }

  @Override
  public String getName() {
    return name;
  }
}
