package dev.punctual.gateway.wake;

import dev.punctual.gateway.config.DatabaseConfig;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.Outbox;
import dev.punctual.store.Timers;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings bells for what functions and other gateways announce through PostgreSQL (LISTEN/NOTIFY), on
 * a connection of its own. While it is broken the sweeps find everything, only later.
 */
@Singleton
public final class DatabaseChannel {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseChannel.class);
  private static final int WAIT_MILLIS = 1_000;
  private static final long RETRY_MILLIS = 1_000;

  private final DatabaseConfig config;
  private final Secrets secrets;
  private final Map<String, List<Bell>> bells = new ConcurrentHashMap<>();
  private final Thread thread = Thread.ofPlatform().name("database-channel").unstarted(this::run);
  private volatile boolean stopping;

  public DatabaseChannel(DatabaseConfig config, Secrets secrets) {
    this.config = config;
    this.secrets = secrets;
    bells.put(Outbox.CHANNEL, new CopyOnWriteArrayList<>());
    bells.put(Timers.CHANNEL, new CopyOnWriteArrayList<>());
  }

  /** A new bell that is rung when somebody announces on this channel; for one who waits. */
  public Bell bell(String channel) {
    Bell bell = new Bell();
    bells(channel).add(bell);
    return bell;
  }

  @EventListener
  void start(ServerStartupEvent event) {
    thread.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(2L * WAIT_MILLIS);
  }

  private void run() {
    while (!stopping) {
      try (Connection connection = connect()) {
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        LOG.debug("nothing is heard from the database: {}", e.getMessage());
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String channel : bells.keySet()) {
        statement.execute("LISTEN " + channel);
      }
    }
    // What was announced while nobody listened.
    bells.keySet().forEach(this::ring);
    PGConnection notifications = connection.unwrap(PGConnection.class);
    while (!stopping) {
      PGNotification @Nullable [] heard = notifications.getNotifications(WAIT_MILLIS);
      if (heard != null) {
        for (PGNotification notification : heard) {
          ring(notification.getName());
        }
      }
    }
  }

  private void ring(String channel) {
    bells(channel).forEach(Bell::ring);
  }

  private List<Bell> bells(String channel) {
    List<Bell> listening = bells.get(channel);
    if (listening == null) {
      throw new IllegalArgumentException("nobody announces on " + channel);
    }
    return listening;
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", config.user());
    properties.setProperty("password", secrets.secret(Secrets.DATABASE_PASSWORD));
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "punctual-gateway-listen");
    return DriverManager.getConnection(config.url(), properties);
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
