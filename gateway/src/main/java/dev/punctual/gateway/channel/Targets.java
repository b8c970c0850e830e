package dev.punctual.gateway.channel;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.runtime.outbound.OutboundConfig;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where channels may lead, as far as that can be told without asking anybody: names are resolved,
 * and held against the same rule, when something is sent.
 */
@Singleton
final class Targets {
  private static final int MAX_URL = 2_048;
  private static final int MAX_ADDRESS = 254;

  /** What browsers take for an address (HTML, "valid e-mail address"). */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

  /** Nothing that a resolver would be asked about. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");

  private final OutboundConfig config;

  Targets(OutboundConfig config) {
    this.config = config;
  }

  /** The kinds that this installation can send by. */
  List<ChannelKind> kinds() {
    List<ChannelKind> kinds = new ArrayList<>(List.of(ChannelKind.WEBHOOK));
    if (config.mail() != null) {
      kinds.add(ChannelKind.EMAIL);
    }
    if (config.push() != null) {
      kinds.add(ChannelKind.PUSH);
    }
    return kinds;
  }

  /** What a browser subscribes with; null: there is no web push. */
  @Nullable String pushKey() {
    return config.push() == null ? null : config.push().publicKey();
  }

  /** The target as it is kept. */
  Decision<String> check(ChannelDraft draft) {
    if (!kinds().contains(draft.kind())) {
      return new Rejected<>(
          ProblemCode.NOT_SUPPORTED,
          "kind",
          "This installation has no " + draft.kind().wireName() + ".");
    }
    String target = draft.target().strip();
    if ((draft.kind() == ChannelKind.PUSH) != (draft.keys() != null)) {
      return new Rejected<>(
          ProblemCode.INVALID_VALUE, "keys", "A push subscription has keys, nothing else has.");
    }
    return switch (draft.kind()) {
      case EMAIL -> address(target);
      case WEBHOOK -> url(target, config.addresses().hasExceptions());
      case PUSH -> keys(draft).then(good -> url(target, config.addresses().hasExceptions()));
    };
  }

  private static Decision<String> address(String target) {
    return target.length() <= MAX_ADDRESS && ADDRESS.matcher(target).matches()
        ? new Accepted<>(target)
        : invalid("It must be an e-mail address such as ada@example.net.");
  }

  private Decision<String> url(String target, boolean plainToo) {
    URI url;
    try {
      url = new URI(target);
    } catch (URISyntaxException e) {
      return invalid("It must be a URL.");
    }
    boolean scheme = "https".equals(url.getScheme()) || plainToo && "http".equals(url.getScheme());
    if (!scheme || url.getHost() == null || url.getPort() > 65_535 || url.getPort() == 0) {
      return invalid("It must be an https URL with a host.");
    }
    if (target.length() > MAX_URL || !target.chars().allMatch(c -> c > ' ' && c < 127)) {
      return invalid("It has at most " + MAX_URL + " characters, all of them ASCII.");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      return invalid("It has neither a user nor a fragment.");
    }
    return isRefused(url.getHost())
        ? invalid("It leads to an address that is not public.")
        : new Accepted<>(target);
  }

  private boolean isRefused(String host) {
    if (!LITERAL.matcher(host).matches()) {
      return false;
    }
    try {
      String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return !config.addresses().allows(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static Decision<String> keys(ChannelDraft draft) {
    ChannelDraft.Keys keys = draft.keys();
    if (keys != null) {
      byte[] point = bytes(keys.p256dh());
      if (point.length == 65 && point[0] == 4 && bytes(keys.auth()).length == 16) {
        return new Accepted<>("");
      }
    }
    return new Rejected<>(
        ProblemCode.INVALID_VALUE,
        "keys",
        "p256dh has 65 bytes and begins with 4, auth has 16; both are Base64url.");
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static Decision<String> invalid(String message) {
    return new Rejected<>(ProblemCode.INVALID_VALUE, "target", message);
  }
}
