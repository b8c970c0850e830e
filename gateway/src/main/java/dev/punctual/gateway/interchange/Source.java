package dev.punctual.gateway.interchange;

import dev.punctual.gateway.write.Write;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A file to import, which is walked more than once and held in memory never as a whole. */
interface Source {
  /**
   * The first way through it: nothing is written before it has come to the end.
   *
   * @return how many parts of it nothing is made of
   * @throws dev.punctual.gateway.http.Refused when it cannot be read
   */
  int survey(Losses losses);

  /** Whether occurrences of this series may stand in the file. */
  boolean isOverridden(String uid);

  /** Whether any occurrence stands in the file. */
  boolean hasOverrides();

  /** What is brought before all else; empty: there is nothing. */
  Optional<Consumer<Write>> opening(Losses losses);

  /**
   * Tells of its items in their order, each to be read when it is wanted.
   *
   * @param occurrences these alone, else all the others
   */
  void items(boolean occurrences, Losses losses, Consumer<Supplier<Item>> each);
}
