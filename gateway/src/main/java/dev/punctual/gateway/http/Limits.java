package dev.punctual.gateway.http;

import dev.punctual.gateway.config.LimitsConfig;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How often people and addresses may ask this gateway. */
@Singleton
public final class Limits {
  static final String ATTRIBUTE = RateLimit.Standing.class.getName();

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final @Nullable RateLimit requests;
  private final @Nullable RateLimit accounts;
  private final @Nullable RateLimit addresses;

  Limits(LimitsConfig config) {
    this.requests = limit("requests", config.requests());
    this.accounts = limit("sign-ins", config.signIns());
    this.addresses = limit("sign-ins", config.signIns());
  }

  /**
   * A person asks for something.
   *
   * @throws Refused when they asked too often
   */
  void request(HttpRequest<?> request, Person person) {
    take(request, requests, person.id());
  }

  /**
   * Somebody tries to prove who they are, or asks for what costs as much.
   *
   * @param origin from where ({@link Client#origin})
   * @param account whom they say they are
   * @throws Refused when there were too many of these
   */
  public void signIn(HttpRequest<?> request, InetAddress origin, String account) {
    attempt(request, origin);
    take(request, accounts, account);
  }

  /** As {@link #signIn}, of somebody who does not say who they are. */
  public void attempt(HttpRequest<?> request, InetAddress origin) {
    take(request, addresses, origin);
  }

  private static void take(HttpRequest<?> request, @Nullable RateLimit limit, Object key) {
    if (limit == null) {
      return;
    }
    RateLimit.Standing standing = limit.take(key, System.nanoTime());
    request.setAttribute(ATTRIBUTE, standing);
    if (!standing.granted()) {
      throw Refused.tooOften(standing.retryAfter());
    }
  }

  private static @Nullable RateLimit limit(String name, int quota) {
    return quota == 0 ? null : new RateLimit(name, quota, WINDOW);
  }
}
