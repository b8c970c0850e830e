package dev.punctual.gateway.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** By what people sign in: their name or their e-mail address, however they write it. */
final class SignInName {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\\p{Cntrl}]+@[^@\\s<>\\p{Cntrl}]+");
  private static final int MAX_EMAIL = 254;
  private static final int MIN_PASSWORD = 10;
  private static final int MAX_PASSWORD = 200;

  private SignInName() {}

  /** The same for names that only differ in case, width or composition. */
  static String fold(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Names hold no at sign, so that none is somebody else's address. */
  static Decision<String> name(String name) {
    return name.indexOf('@') < 0
        ? new Accepted<>(name)
        : new Rejected<>(
            ProblemCode.INVALID_TEXT, "name", "name holds an @, which addresses alone have.");
  }

  /** An e-mail address as it is kept. */
  static Decision<String> email(String email) {
    String folded = fold(email);
    return folded.getBytes(UTF_8).length <= MAX_EMAIL && EMAIL.matcher(folded).matches()
        ? new Accepted<>(folded)
        : new Rejected<>(
            ProblemCode.INVALID_TEXT, "email", "email must be an address such as ada@example.org.");
  }

  /** A password that may be chosen: length is what counts (NIST SP 800-63B §3.1.1.2). */
  static Decision<String> password(String password, String name) {
    int length = password.codePointCount(0, password.length());
    if (length > MAX_PASSWORD) {
      return new Rejected<>(
          ProblemCode.TOO_LONG,
          "password",
          "A password has at most " + MAX_PASSWORD + " characters.");
    }
    if (length < MIN_PASSWORD
        || fold(password).equals(fold(name))
        || password.codePoints().distinct().count() < MIN_PASSWORD / 2) {
      return new Rejected<>(
          ProblemCode.WEAK_PASSWORD,
          "password",
          "A password has at least "
              + MIN_PASSWORD
              + " characters, 5 of them different, and is not the name.");
    }
    return new Accepted<>(password);
  }
}
