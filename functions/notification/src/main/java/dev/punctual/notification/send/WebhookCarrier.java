package dev.punctual.notification.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.json.Json;
import dev.punctual.notification.send.HttpPost.AddressRefused;
import dev.punctual.notification.send.HttpPost.Answer;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signed POST (<a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 * Webhooks</a>): {@code webhook-signature} is {@code v1,} and the HMAC-SHA256 of {@code
 * <id>.<timestamp>.<body>}. The id stays the same on a repeat.
 */
final class WebhookCarrier implements Carrier {
  private static final String PREFIX = "whsec_";

  private final HttpPost http;
  private final InstantSource clock;

  WebhookCarrier(HttpPost http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Reply carry(Parcel parcel, Deadline deadline) {
    byte[] body = body(parcel).getBytes(UTF_8);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    String secret = Objects.requireNonNull(parcel.channel().channel().secret());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("webhook-id", parcel.id());
    headers.put("webhook-timestamp", timestamp);
    headers.put("webhook-signature", "v1," + signature(secret, parcel.id(), timestamp, body));
    try {
      return reply(
          http.send(URI.create(parcel.channel().channel().target()), headers, body, deadline));
    } catch (AddressRefused e) {
      return new Reply.Never(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Reply.NotNow(Why.of(e), null);
    }
  }

  private static String body(Parcel parcel) {
    return Json.writeObject(
        fields -> {
          fields.text("type", parcel.notification() == null ? "test" : "notification.created");
          fields.text("timestamp", parcel.delivery().delivery().createdAt().toString());
          Map<String, Object> data = new LinkedHashMap<>();
          data.put("title", parcel.title());
          if (parcel.notification() != null) {
            data.put("notification", parcel.notification());
          }
          if (parcel.task() != null) {
            data.put("task", parcel.task());
          }
          fields.raw("data", Json.write(data));
        });
  }

  private static Reply reply(Answer answer) {
    if (answer.isSuccess()) {
      return new Reply.Taken();
    }
    String why = "it answers " + answer.status();
    if (answer.status() == 410) {
      return new Reply.Gone(why);
    }
    return answer.status() < 400
        ? new Reply.Never(why + "; redirects are not followed")
        : new Reply.NotNow(why, answer.pause());
  }

  private static String signature(String secret, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
