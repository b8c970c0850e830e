package dev.punctual.local.dapr;

/** The kinds of applications, each with a configuration of its own in the chart. */
public enum AppKind {
  GATEWAY("punctual-gateway"),
  FUNCTION("punctual-function"),
  WEBAPP("punctual-webapp");

  private final String configuration;

  AppKind(String configuration) {
    this.configuration = configuration;
  }

  /** The name of its Configuration. */
  String configuration() {
    return configuration;
  }
}
