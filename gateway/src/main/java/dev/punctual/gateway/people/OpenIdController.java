package dev.punctual.gateway.people;

import dev.punctual.gateway.config.OpenIdConfig;
import dev.punctual.gateway.http.Client;
import dev.punctual.gateway.http.Limits;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.openid.Attempt;
import dev.punctual.gateway.openid.Identity;
import dev.punctual.gateway.openid.OpenId;
import dev.punctual.gateway.openid.ProviderRefused;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in by OpenID Connect, where it is configured. */
@Controller(OpenIdController.PATH)
final class OpenIdController {
  static final String PATH = "/api/v1/session/openid";

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdController.class);
  private static final String COOKIE = "punctual_openid";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final OpenIdConfig config;
  private final OpenId openId;
  private final Identities identities;
  private final Limits limits;
  private final Client client;

  OpenIdController(
      OpenIdConfig config, OpenId openId, Identities identities, Limits limits, Client client) {
    this.config = config;
    this.openId = openId;
    this.identities = identities;
    this.limits = limits;
    this.client = client;
  }

  /**
   * Sends the browser to sign in elsewhere.
   *
   * @param invitation the secret of one, where an account is to be made
   */
  @Get(headRoute = false)
  @Status(HttpStatus.SEE_OTHER)
  @Produces(MediaType.ALL)
  HttpResponse<?> begin(HttpRequest<?> request, @Nullable @QueryValue String invitation) {
    return begin(request, Attempt.random(invitation == null ? "" : invitation));
  }

  /** Sends the browser of who is signed in there, to sign in that way, too, from then on. */
  @Get(value = "/link", headRoute = false)
  @Status(HttpStatus.SEE_OTHER)
  @Produces(MediaType.ALL)
  HttpResponse<?> link(HttpRequest<?> request, Person person) {
    return begin(request, Attempt.linking(person.id()));
  }

  private HttpResponse<?> begin(HttpRequest<?> request, Attempt attempt) {
    requireProvider();
    limits.attempt(request, client.origin(request));
    try {
      return HttpResponse.seeOther(openId.begin(attempt))
          .cookie(cookie(request, attempt.text(), PATIENCE));
    } catch (ProviderRefused e) {
      LOG.warn("nobody can sign in by OpenID Connect: {}", e.getMessage());
      throw new Refused(
          ProblemCode.UNAVAILABLE, "", "Whoever is to be asked does not answer; try again soon.");
    }
  }

  /**
   * Signs in who comes back.
   *
   * @param code what the issuer gave them; absent when they were refused there
   * @param state what they were sent with
   */
  @Get(value = "/return", headRoute = false)
  @Status(HttpStatus.SEE_OTHER)
  @Produces(MediaType.ALL)
  HttpResponse<?> end(
      HttpRequest<?> request,
      @Nullable @QueryValue String code,
      @Nullable @QueryValue String state) {
    requireProvider();
    limits.attempt(request, client.origin(request));
    Attempt attempt =
        request
            .getCookies()
            .findCookie(COOKIE)
            .map(Cookie::getValue)
            .flatMap(Attempt::of)
            .orElse(null);
    if (code == null || state == null || attempt == null || !attempt.isAnsweredBy(state)) {
      return SignInPage.NOT_BELIEVED.answer(request);
    }
    Identity identity;
    try {
      identity = openId.finish(attempt, code, identities.now());
    } catch (ProviderRefused e) {
      LOG.warn("a sign-in is refused: {}", e.getMessage());
      return SignInPage.NOT_BELIEVED.answer(request);
    }
    Cookie over = cookie(request, "", Duration.ZERO);
    if (!attempt.person().isEmpty()) {
      return identities.link(identity, attempt.person(), request)
          ? HttpResponse.seeOther(URI.create("/")).cookie(over)
          : SignInPage.NOT_LINKED.answer(request);
    }
    Optional<Cookie> session = identities.signIn(identity, attempt.invitation(), request);
    return session.isEmpty()
        ? SignInPage.NO_ACCOUNT.answer(request)
        : HttpResponse.seeOther(URI.create("/")).cookie(session.get()).cookie(over);
  }

  private void requireProvider() {
    if (config.provider() == null) {
      throw Refused.notFound();
    }
  }

  private Cookie cookie(HttpRequest<?> request, String value, Duration validity) {
    // Lax: it has to come along when the issuer sends the browser back.
    return Cookie.of(COOKIE, value)
        .httpOnly(true)
        .sameSite(SameSite.Lax)
        .path(PATH)
        .secure(client.isSecure(request))
        .maxAge(validity);
  }
}
