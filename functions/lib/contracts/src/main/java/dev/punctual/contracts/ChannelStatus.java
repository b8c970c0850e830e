package dev.punctual.contracts;

/** What is known of a channel. */
public enum ChannelStatus implements WireName {
  /** Nobody has said yet that e-mail is wanted there: nothing but a code is sent. */
  UNCONFIRMED("unconfirmed"),
  /** Nothing has been sent yet. */
  UNPROVED("unproved"),
  /** The last delivery arrived. */
  WORKING("working"),
  /** The last delivery was given up. */
  FAILING("failing"),
  /** It ended it itself; nothing is sent any more until it is changed. */
  GONE("gone");

  private final String wireName;

  ChannelStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
