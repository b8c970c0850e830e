package dev.punctual.contracts;

/** How a channel reaches a person. */
public enum ChannelKind implements WireName {
  /** SMTP. */
  EMAIL("email"),
  /** HTTPS, signed. */
  WEBHOOK("webhook"),
  /** Web Push to one browser. */
  PUSH("push");

  private final String wireName;

  ChannelKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
