package dev.punctual.gateway.http;

import dev.punctual.contracts.Id.UserId;
import java.security.Principal;
import java.time.ZoneId;

/**
 * Who makes the request: a controller's method that takes a person is served to those who are
 * signed in only.
 *
 * @param access by what they were let in
 */
public record Person(UserId id, String name, ZoneId zone, Access access) implements Principal {

  @Override
  public String getName() {
    return name;
  }
}
