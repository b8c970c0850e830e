package dev.punctual.cluster;

import dev.punctual.store.Database;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections for what a test writes and counts. */
public final class Databases {
  private Databases() {}

  public static Database at(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setReWriteBatchedInserts(true);
    source.setApplicationName("punctual-test");
    return new Database(source);
  }
}
