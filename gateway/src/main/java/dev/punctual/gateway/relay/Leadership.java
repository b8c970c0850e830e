package dev.punctual.gateway.relay;

/** Which gateway does what only one may do. */
public interface Leadership {
  /** Whether it is this one; it may have just ceased to be. */
  boolean leading();

  /**
   * The number of the last leadership that this one had; 0: none yet. When it grew by one, nobody
   * else led in between.
   */
  long epoch();
}
