package dev.punctual.gateway.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.SessionToken;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way through somebody else's sign-in. It waits in a cookie of the browser that began it, so
 * that nobody can end in another browser what they began in theirs.
 *
 * @param state comes back with the answer (RFC 6749 §10.12)
 * @param nonce comes back within the token (OpenID Connect Core §3.1.2.1)
 * @param verifier proves that who asked is who redeems (RFC 7636)
 * @param invitation lets an account be made; empty: there is none
 * @param person who gets this way in beside their own, by id; empty: whoever it is signs in
 */
public record Attempt(
    String state, String nonce, String verifier, String invitation, String person) {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{0,100}");

  /** A new one, to sign in. */
  public static Attempt random(String invitation) {
    return random(PART.matcher(invitation).matches() ? invitation : "", "");
  }

  /** A new one of somebody who is signed in and wants to sign in that way, too. */
  public static Attempt linking(UserId person) {
    return random("", person.toString());
  }

  private static Attempt random(String invitation, String person) {
    return new Attempt(
        SessionToken.random().text(),
        SessionToken.random().text(),
        SessionToken.random().text(),
        invitation,
        person);
  }

  /** As it stands in a cookie. */
  public String text() {
    return String.join(".", state, nonce, verifier, invitation, person);
  }

  /** From a cookie; empty: it is none of ours. */
  public static Optional<Attempt> of(String text) {
    String[] parts = text.split("\\.", -1);
    for (String part : parts) {
      if (!PART.matcher(part).matches()) {
        return Optional.empty();
      }
    }
    return parts.length == 5 && !parts[0].isEmpty()
        ? Optional.of(new Attempt(parts[0], parts[1], parts[2], parts[3], parts[4]))
        : Optional.empty();
  }

  /** Whether an answer belongs to it. */
  public boolean isAnsweredBy(String answered) {
    return MessageDigest.isEqual(state.getBytes(UTF_8), answered.getBytes(UTF_8));
  }

  /** What is told of the verifier before it is used (S256). */
  String challenge() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(new SessionToken(verifier).hash());
  }

  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "an attempt to sign in";
  }
}
