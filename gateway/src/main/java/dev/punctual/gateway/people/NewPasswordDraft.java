package dev.punctual.gateway.people;

/**
 * A password in place of one that was forgotten.
 *
 * @param token what the mailed link has behind its hash
 * @param password 10 to 200 characters
 */
record NewPasswordDraft(String token, String password) {
  /** Keeps both out of logs. */
  @Override
  public String toString() {
    return "a new password";
  }
}
