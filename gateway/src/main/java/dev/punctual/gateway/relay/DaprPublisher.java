package dev.punctual.gateway.relay;

import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.dapr.Sidecar;
import dev.punctual.gateway.dapr.WithDapr;
import dev.punctual.store.OutboxRow;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Dapr's bulk publish. The producer inside the sidecar keeps no order when it tries again, so that
 * events of one key never travel together: they go in waves with each key at most once, the next
 * wave only after the one before it has been taken.
 */
@Singleton
@WithDapr
final class DaprPublisher implements Publisher {
  static final String PUBSUB = "pubsub-kafka";

  /** How long publishing may fail until it has failed (DESIGN §2). */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Raw: the value in Kafka is exactly our bytes, an envelope already. */
  private static final String PATH =
      "/v1.0/publish/bulk/" + PUBSUB + "/%s?metadata.rawPayload=true";

  /** Each wave takes about a millisecond or two, while which everybody waits. */
  private static final int MOST_WAVES = 50;

  private static final int MAX_ENTRIES = 200;

  /** Of the JSON in one request; the sidecar takes 4 MiB. */
  private static final int MAX_CHARACTERS = 2_000_000;

  private final Sidecar sidecar;

  DaprPublisher(Sidecar sidecar) {
    this.sidecar = sidecar;
  }

  @Override
  public void publish(List<OutboxRow> rows) throws PublishingFailed {
    CompletableFuture<?>[] requests =
        bulks(rows).stream().map(this::send).toArray(CompletableFuture<?>[]::new);
    try {
      Void taken =
          CompletableFuture.allOf(requests).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assert taken == null;
    } catch (ExecutionException e) {
      throw new PublishingFailed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new PublishingFailed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishingFailed(e);
    }
  }

  @Override
  public int mostOfOneKey() {
    return MOST_WAVES;
  }

  @Override
  public void release() {
    // The sidecar holds the producer.
  }

  /** Waves: rows in their order, cut so that none has two of one topic and key. */
  @Override
  public List<List<OutboxRow>> portions(List<OutboxRow> rows) {
    List<List<OutboxRow>> waves = new ArrayList<>();
    Map<Key, Integer> next = new HashMap<>();
    for (OutboxRow row : rows) {
      int wave = next.merge(new Key(row.topic(), row.attributes().key()), 1, Integer::sum) - 1;
      if (wave == waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(row);
    }
    return waves;
  }

  private CompletableFuture<Void> send(Bulk bulk) {
    return sidecar
        .postAsync(PATH.formatted(bulk.topic), bulk.end(), PATIENCE)
        .thenAccept(
            answer -> {
              if (!answer.isSuccess()) {
                throw new RefusedByDapr(answer.summary());
              }
            });
  }

  private static List<Bulk> bulks(List<OutboxRow> wave) {
    List<Bulk> bulks = new ArrayList<>();
    Map<String, Bulk> open = new LinkedHashMap<>();
    for (OutboxRow row : wave) {
      String entry = entry(row);
      Bulk bulk = open.get(row.topic());
      if (bulk == null || !bulk.hasRoomFor(entry)) {
        bulk = new Bulk(row.topic());
        open.put(row.topic(), bulk);
        bulks.add(bulk);
      }
      bulk.add(entry);
    }
    return bulks;
  }

  /** As bytes, in Base64: JSON inside JSON would lose the digits of large numbers. */
  private static String entry(OutboxRow row) {
    byte[] event = CloudEvents.encode(row.attributes(), row.data());
    String position = Long.toString(row.position());
    return Json.writeObject(
        entry -> {
          entry.text("entryId", position);
          entry.text("event", Base64.getEncoder().encodeToString(event));
          entry.text("contentType", "application/octet-stream");
          entry.raw(
              "metadata",
              Json.writeObject(
                  metadata -> {
                    metadata.text("partitionKey", row.attributes().key());
                    metadata.text("content-type", CloudEvents.CONTENT_TYPE);
                    metadata.text(POSITION_HEADER, position);
                  }));
        });
  }

  private record Key(String topic, String key) {}

  /** The body of one request while it is written. */
  private static final class Bulk {
    private final String topic;
    private final StringBuilder json = new StringBuilder("[");
    private int entries;

    Bulk(String topic) {
      this.topic = topic;
    }

    boolean hasRoomFor(String entry) {
      return entries < MAX_ENTRIES && json.length() + entry.length() < MAX_CHARACTERS;
    }

    void add(String entry) {
      json.append(entries == 0 ? "" : ",").append(entry);
      entries++;
    }

    String end() {
      return json.append(']').toString();
    }
  }

  private static final class RefusedByDapr extends RuntimeException {
    RefusedByDapr(String summary) {
      super("the sidecar answers " + summary);
    }
  }
}
