package dev.punctual.store;

/** As whom a program comes to PostgreSQL. */
public record Login(String user, String password) {
  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
