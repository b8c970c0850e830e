package dev.punctual.gateway;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.punctual.gateway.config.DatabaseConfig;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/** The pool of connections and what is built on it. */
@Factory
final class DatabaseBeans {
  private static final int MAX_CONNECTIONS = 16;

  /** How long a request waits for a connection before it is told to try again. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Singleton
  @Bean(preDestroy = "close")
  HikariDataSource dataSource(DatabaseConfig config, Secrets secrets) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("gateway");
    pool.setDataSource(new SecretDataSource(config, secrets));
    pool.setMaximumPoolSize(MAX_CONNECTIONS);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  @Singleton
  Database database(DataSource source) {
    return new Database(source);
  }

  @Singleton
  @Requires(missingBeans = TimeSource.class)
  TimeSource timeSource() {
    return TimeSource.database();
  }
}
