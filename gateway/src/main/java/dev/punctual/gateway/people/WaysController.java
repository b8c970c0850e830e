package dev.punctual.gateway.people;

import dev.punctual.gateway.config.OpenIdConfig;
import dev.punctual.gateway.config.SignUpConfig;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.jspecify.annotations.Nullable;

/** What a sign-in page has to offer. */
@Controller("/api/v1/session/ways")
final class WaysController {
  private final SignUpConfig signUp;
  private final OpenIdConfig openId;
  private final ResetMail mail;

  WaysController(SignUpConfig signUp, OpenIdConfig openId, ResetMail mail) {
    this.signUp = signUp;
    this.openId = openId;
    this.mail = mail;
  }

  /**
   * How people get in here.
   *
   * @param signUp who may make an account with a password
   * @param openId what the way by {@code session/openid} is called; null: there is none
   * @param reset whether a password that was forgotten is reset by mail
   */
  record Ways(SignUpConfig.Mode signUp, @Nullable String openId, boolean reset) {}

  /** Says how people get in here. */
  @Get
  Ways ways() {
    OpenIdConfig.Provider provider = openId.provider();
    return new Ways(signUp.mode(), provider == null ? null : provider.name(), mail.isOffered());
  }
}
