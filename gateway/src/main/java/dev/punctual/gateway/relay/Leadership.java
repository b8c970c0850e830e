package dev.punctual.gateway.relay;

/** Which gateway does what only one may do. */
public interface Leadership {
  /** Whether it is this one; it may have just ceased to be. */
  boolean leading();
}
