package dev.punctual.notification.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.json.Json;
import dev.punctual.notification.send.HttpPost.AddressRefused;
import dev.punctual.notification.send.HttpPost.Answer;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A message to a browser by its push service (RFC 8030). */
final class PushCarrier implements Carrier {
  /** So long the service keeps it for a browser that is away: a day. */
  private static final String TTL_SECONDS = "86400";

  private final HttpPost http;
  private final Vapid vapid;
  private final InstantSource clock;

  PushCarrier(HttpPost http, Vapid vapid, InstantSource clock) {
    this.http = http;
    this.vapid = vapid;
    this.clock = clock;
  }

  @Override
  public Reply carry(Parcel parcel, Deadline deadline) {
    URI endpoint = URI.create(parcel.channel().channel().target());
    try {
      byte[] body =
          PushMessage.encrypt(
              text(parcel).getBytes(UTF_8), Objects.requireNonNull(parcel.channel().keys()));
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Content-Type", "application/octet-stream");
      headers.put("Content-Encoding", "aes128gcm");
      headers.put("TTL", TTL_SECONDS);
      headers.put("Urgency", "high");
      // A repeat takes the place of what the browser has not fetched yet (§5.4: 32 characters).
      headers.put("Topic", parcel.id().replace("-", ""));
      headers.put("Authorization", vapid.authorization(endpoint, clock.instant()));
      return reply(http.send(endpoint, headers, body, deadline));
    } catch (AddressRefused e) {
      return new Reply.Never(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Reply.NotNow(Why.of(e), null);
    } catch (GeneralSecurityException e) {
      return new Reply.Never("its keys cannot be used: " + e.getMessage());
    }
  }

  /** At most 255 characters of title: far from {@link PushMessage#MAX_BYTES}. */
  private static String text(Parcel parcel) {
    return Json.writeObject(
        fields -> {
          fields.text("id", parcel.id());
          fields.text("title", parcel.title());
          if (parcel.due() != null) {
            fields.text("due", parcel.due());
          }
          if (parcel.notification() != null) {
            fields.text("notificationId", parcel.notification().id().toString());
            fields.text("taskId", parcel.notification().taskId().toString());
          }
        });
  }

  private static Reply reply(Answer answer) {
    String why = "the push service answers " + answer.status();
    return switch (answer.status()) {
      case 404, 410 -> new Reply.Gone(why);
      case 400, 413 -> new Reply.Never(why);
      default -> answer.isSuccess() ? new Reply.Taken() : new Reply.NotNow(why, answer.pause());
    };
  }
}
