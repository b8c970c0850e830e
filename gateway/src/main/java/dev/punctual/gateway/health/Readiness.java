package dev.punctual.gateway.health;

import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.SchemaVersion;
import jakarta.inject.Singleton;

/** Whether requests can be served: the database answers and its schema is new enough. */
@Singleton
final class Readiness {
  private final Database database;

  Readiness(Database database) {
    this.database = database;
  }

  boolean isReady() {
    try {
      return database.read(SchemaVersion::of) >= SchemaVersion.NEEDED;
    } catch (DatabaseFault away) {
      return false;
    }
  }
}
