package dev.punctual.gateway.upkeep;

import dev.punctual.store.Database;
import dev.punctual.store.Upkeep;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes its rounds, in portions that each commit. Twice, or in two gateways at once, does no harm.
 */
@Singleton
public final class Housekeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
  private static final int PORTION = 5_000;

  private final Database database;

  Housekeeper(Database database) {
    this.database = database;
  }

  /**
   * Deletes everything of this round that is old enough.
   *
   * @throws dev.punctual.store.DatabaseFault what was deleted before stays deleted
   */
  public void perform(UpkeepRound round) {
    for (Upkeep part : round.parts()) {
      int rows = purge(part);
      if (rows > 0) {
        LOG.info("{} rows deleted: {}", rows, part);
      }
    }
  }

  private int purge(Upkeep part) {
    int sum = 0;
    int rows;
    do {
      rows = database.transaction(connection -> part.purge(connection, PORTION));
      sum += rows;
    } while (rows == PORTION);
    return sum;
  }
}
