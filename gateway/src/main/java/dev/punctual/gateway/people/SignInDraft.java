package dev.punctual.gateway.people;

/**
 * What somebody signs in with.
 *
 * @param name their name, or their e-mail address
 */
record SignInDraft(String name, String password) {
  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "a sign-in";
  }
}
