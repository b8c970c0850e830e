package dev.punctual.gateway.people;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.Locale;

/** What a browser shows when it was sent to us to sign in, and is not let in. */
enum SignInPage {
  SPENT(
      ProblemCode.SIGN_IN_LINK_SPENT,
      "This sign-in link does not work any more",
      "A link signs in once, and within a day. Sign in another way, or ask whoever runs this Punctual."),
  SPENT_TILL_NEXT_START(
      ProblemCode.SIGN_IN_LINK_SPENT,
      "This sign-in link does not work any more",
      "A link signs in once, and within a day. Start Punctual again to get a new one."),
  NOT_BELIEVED(
      ProblemCode.SIGN_IN_REFUSED,
      "You are not signed in",
      "Whoever was asked did not say who you are, or took too long. Begin again."),
  NOT_LINKED(
      ProblemCode.SIGN_IN_REFUSED,
      "It was not added to your account",
      "Somebody else here signs in that way, or your session has ended meanwhile."),
  NO_ACCOUNT(
      ProblemCode.INVITATION_REQUIRED,
      "You have no account here",
      "Accounts are made by invitation; ask whoever runs this Punctual for one.");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Punctual: %1$s</title>
      <h1>%2$s</h1>
      <p>%3$s</p>
      </html>
      """;

  private final ProblemCode code;
  private final String title;
  private final String sentence;

  SignInPage(ProblemCode code, String title, String sentence) {
    this.code = code;
    this.title = title;
    this.sentence = sentence;
  }

  /**
   * The page for a browser.
   *
   * @throws Refused for a program
   */
  HttpResponse<?> answer(HttpRequest<?> request) {
    if (!request.accept().contains(MediaType.TEXT_HTML_TYPE)) {
      throw new Refused(code, "", sentence);
    }
    String inner = title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    return HttpResponse.status(this == NO_ACCOUNT ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED)
        .contentType(MediaType.TEXT_HTML_TYPE)
        .body(PAGE.formatted(inner, title, sentence));
  }
}
