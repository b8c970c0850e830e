package dev.punctual.loadtest;

import dev.punctual.store.Database;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections for what the test writes and counts. */
final class Databases {
  private Databases() {}

  static Database at(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setReWriteBatchedInserts(true);
    source.setApplicationName("punctual-loadtest");
    return new Database(source);
  }
}
