package dev.punctual.local;

import dev.punctual.local.backup.Database;
import dev.punctual.local.servers.EmbeddedKafka;
import dev.punctual.local.servers.EmbeddedPostgres;
import dev.punctual.local.servers.ServerException;
import dev.punctual.runtime.kafka.KafkaAccess;
import dev.punctual.runtime.kafka.Topics;
import dev.punctual.store.Login;
import dev.punctual.store.Migrations;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Kafka and PostgreSQL of one data folder, with the product's topics and schema. */
record Servers(DataFolder folder, EmbeddedKafka kafka, EmbeddedPostgres postgres)
    implements AutoCloseable {
  static final String DATABASE = "punctual";

  /** As whom gateway and functions come; no table is theirs. */
  static final String PRODUCT = "punctual_app";

  /** Starts both at once. */
  static Servers start(DataFolder folder, boolean durable) throws IOException {
    logToFile(folder);
    CompletableFuture<EmbeddedKafka> kafka = CompletableFuture.supplyAsync(() -> kafka(folder));
    @Nullable EmbeddedPostgres postgres = null;
    try {
      postgres = postgres(folder, durable);
      postgres.createDatabase(DATABASE);
      Migrations.migrateIfOlder(postgres.jdbcUrl(DATABASE), owner(folder), product(folder));
      Servers servers = new Servers(folder, kafka.join(), postgres);
      folder.complete();
      return servers;
    } catch (ServerException | CompletionException | IllegalStateException | IOException e) {
      kafka.handle((started, failed) -> started).thenAccept(Servers::closeIfStarted).join();
      if (postgres != null) {
        postgres.close();
      }
      throw refusal(folder, e);
    }
  }

  /** Only PostgreSQL, for what needs no events. */
  static EmbeddedPostgres postgres(DataFolder folder, boolean durable) {
    return EmbeddedPostgres.start(
        new EmbeddedPostgres.Settings(
            folder.postgres(), 0, durable, folder.ownerPassword(), false));
  }

  static void stopLeftovers(DataFolder folder) {
    EmbeddedPostgres.stopLeftover(folder.postgres());
  }

  static Database database(DataFolder folder, int port) {
    return new Database(
        name -> EmbeddedPostgres.jdbcUrl(port, name),
        DATABASE,
        EmbeddedPostgres.USER,
        folder.ownerPassword());
  }

  private static Login owner(DataFolder folder) {
    return new Login(EmbeddedPostgres.USER, folder.ownerPassword());
  }

  private static Login product(DataFolder folder) {
    return new Login(PRODUCT, folder.databasePassword());
  }

  /** As whom gateway and functions come to the database. */
  Login product() {
    return product(folder);
  }

  Database database() {
    return database(folder, postgres.port());
  }

  /** What every process of the product is told of its servers. */
  Map<String, String> environment() {
    return environment(folder, postgres.port(), kafka.bootstrapServers());
  }

  static Map<String, String> environment(DataFolder folder, int port, String bootstrapServers) {
    return Map.of(
        "PUNCTUAL_DATABASE_URL",
        EmbeddedPostgres.jdbcUrl(port, DATABASE),
        "PUNCTUAL_DATABASE_USER",
        PRODUCT,
        "PUNCTUAL_SECRETS_DIR",
        folder.secrets().toString(),
        "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS",
        bootstrapServers);
  }

  @Override
  public void close() {
    try {
      kafka.close();
    } finally {
      postgres.close();
    }
  }

  private static EmbeddedKafka kafka(DataFolder folder) {
    EmbeddedKafka kafka =
        EmbeddedKafka.start(
            new EmbeddedKafka.Settings(folder.kafka(), "127.0.0.1", 0, false, Map.of()));
    try {
      createTopics(kafka.bootstrapServers());
      return kafka;
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  static void createTopics(String bootstrapServers) {
    Map<String, Object> access =
        KafkaAccess.plaintext(bootstrapServers).properties(name -> "no password");
    try (Admin admin = Admin.create(access)) {
      List<String> unused = new Topics(admin, 1, 1).bring();
    }
  }

  private static void closeIfStarted(@Nullable EmbeddedKafka kafka) {
    if (kafka != null) {
      kafka.close();
    }
  }

  /** The broker's warnings go to a file; read by slf4j-simple when its first logger is made. */
  private static void logToFile(DataFolder folder) {
    String key = "org.slf4j.simpleLogger.logFile";
    if (System.getProperty(key) == null) {
      System.setProperty(key, folder.logs().resolve("servers.log").toString());
    }
  }

  private static Refusal refusal(DataFolder folder, Exception e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return new Refusal(
        cause.getMessage()
            + " If the data folder "
            + folder.path()
            + " is damaged, restore a backup into another one: ./punctual restore FILE --data DIR.",
        cause);
  }
}
