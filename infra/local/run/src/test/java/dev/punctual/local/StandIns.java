package dev.punctual.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Programs that keep the contract of the processes and do nothing else, so that these tests fail
 * only for what this module does.
 */
final class StandIns implements Programs {
  @Override
  public List<String> function(String name) {
    return java(StandIns.class, List.of(name));
  }

  @Override
  public List<String> gateway(List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("gateway"));
    all.addAll(arguments);
    return java(StandIns.class, all);
  }

  static List<String> java(Class<?> main, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dpunctual.home=" + Path.of("../../..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    return command;
  }

  public static void main(String[] words) throws Exception {
    List<String> arguments = List.of(words);
    switch (arguments.getFirst()) {
      case "gateway" -> {
        if (arguments.size() > 1) {
          System.out.println("ran " + String.join(" ", arguments.subList(1, arguments.size())));
        } else {
          serve();
        }
      }
      case "recurring" -> consume("recurring-due", "recurring-due-v1");
      case "notification" -> consume("reminders-due", "notification-due-v1");
      default -> throw new IllegalArgumentException(arguments.getFirst());
    }
  }

  /** Answers anything with the sign-in token, which only the first start has. */
  private static void serve() throws IOException {
    String token = System.getenv().getOrDefault("PUNCTUAL_SIGN_IN_TOKEN", "none");
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                System.getenv("PUNCTUAL_GATEWAY_HOST"),
                Integer.parseInt(System.getenv("PUNCTUAL_GATEWAY_PORT"))),
            0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = token.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  /** Reads and commits; the record {@code die} ends the process before its commit. */
  private static void consume(String topic, String group) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            System.getenv("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS"),
            "group.id",
            group,
            "auto.offset.reset",
            "earliest",
            "session.timeout.ms",
            6000,
            "enable.auto.commit",
            false);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      Runtime.getRuntime().addShutdownHook(new Thread(consumer::wakeup));
      consumer.subscribe(List.of(topic));
      while (true) {
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
        for (ConsumerRecord<String, String> record : records) {
          if (record.value().equals("die")) {
            Runtime.getRuntime().halt(3);
          }
        }
        consumer.commitSync();
      }
    }
  }
}
