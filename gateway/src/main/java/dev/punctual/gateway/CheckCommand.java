package dev.punctual.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.config.DatabaseConfig;
import dev.punctual.gateway.config.Environment;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.Accounts;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import dev.punctual.store.Sql;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Does the main job once, as a browser would: a throwaway person signs in at a public address,
 * creates a task with a reminder and waits for the notification.
 */
final class CheckCommand {
  private static final Duration REQUEST = Duration.ofSeconds(15);
  private static final Duration LEAD = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Database database;
  private final URI address;
  private final PrintStream out;
  private final HttpClient client = HttpClient.newHttpClient();

  CheckCommand(Environment environment, String address, PrintStream out) {
    this.database =
        new Database(
            new SecretDataSource(
                DatabaseConfig.of(environment), Secrets.of(environment.variables())));
    this.address = URI.create(address.endsWith("/") ? address : address + "/");
    this.out = out;
  }

  /** The status to exit with. */
  int run() {
    Account person = new Account(new UserId(Uuid7.next()), "Check", ZoneOffset.UTC);
    try {
      mainJob(person);
      return 0;
    } catch (IOException e) {
      throw new IllegalStateException(address + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      database.write(
          connection -> Sql.execute(connection, "DELETE FROM account WHERE id = ?", person.id()));
    }
  }

  private void mainJob(Account person) throws IOException, InterruptedException {
    SessionToken link = SessionToken.random();
    database.write(
        connection -> {
          Accounts.insert(connection, person);
          Sessions.offer(connection, link.hash(), person.id(), PATIENCE);
        });
    HttpResponse<String> signedIn = send(get("session?token=" + link.text()), 303);
    String cookie = signedIn.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
    String task = id(send(post("tasks", cookie, "{\"title\":\"Check\"}"), 201));
    Instant at = Instant.now().plus(LEAD).truncatedTo(ChronoUnit.SECONDS);
    HttpResponse<String> reminder =
        send(post("reminders", cookie, "{\"taskId\":\"" + task + "\",\"at\":\"" + at + "\"}"), 201);
    out.println("A reminder for " + at + " was created: " + id(reminder));
    Instant end = at.plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      String notifications = send(get("notifications").header("Cookie", cookie), 200).body();
      if (notifications.contains(task)) {
        out.println(
            "Its notification was there "
                + Duration.between(at, Instant.now()).toMillis()
                + " ms after it.");
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException("no notification within " + PATIENCE.toSeconds() + " s");
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(address.resolve("api/v1/" + path))
        .header("Accept", "application/json")
        .timeout(REQUEST);
  }

  private HttpRequest.Builder post(String path, String cookie, String json) {
    return get(path)
        .header("Cookie", cookie)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    HttpRequest built = request.build();
    HttpResponse<String> answer = client.send(built, BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IOException(
          built.method()
              + " "
              + built.uri().getPath()
              + " answers "
              + answer.statusCode()
              + ": "
              + answer.body());
    }
    return answer;
  }

  private static String id(HttpResponse<String> created) throws IOException {
    try {
      if (Json.parse(created.body().getBytes(UTF_8)) instanceof Map<?, ?> tree
          && tree.get("id") instanceof String id) {
        return id;
      }
    } catch (JsonRefused e) {
      // Told below.
    }
    throw new IOException("no id in " + created.body());
  }
}
