package dev.punctual.gateway.channel;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.ChannelCodes;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRows;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.DeliveryRows;
import dev.punctual.store.Owned;
import dev.punctual.store.TimerKind;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads channels and saves what was decided. Their secrets leave it once only. */
final class ChannelStore {
  private ChannelStore() {}

  static Page<Channel> list(Connection connection, UserId user, PageRequest page) {
    List<ChannelRow> rows =
        NewestFirst.of("SELECT c.* FROM channel c", "c", user)
            .rows(connection, page, ChannelRows::read);
    return page.page(
        rows,
        ChannelStore::shown,
        row -> new PageRequest.Key(row.channel().createdAt(), row.channel().id().value()));
  }

  static Page<Delivery> deliveries(
      Connection connection, UserId user, ChannelId channel, PageRequest page) {
    List<DeliveryRow> rows =
        NewestFirst.of("SELECT d.* FROM delivery d", "d", user)
            .whereEqual("channel_id", channel)
            .rows(connection, page, DeliveryRows::read);
    return page.page(
        rows,
        DeliveryRow::delivery,
        row -> new PageRequest.Key(row.delivery().createdAt(), row.delivery().id().value()));
  }

  /**
   * A person's channel.
   *
   * @throws Refused when there is none
   */
  static ChannelRow find(Connection connection, UserId user, ChannelId id) {
    return ChannelRows.find(connection, List.of(new Owned<>(user, id))).stream()
        .findFirst()
        .orElseThrow(Refused::notFound);
  }

  /** As {@link #find}, locked until the write ends. */
  static ChannelRow lock(Write write, ChannelId id) {
    return ChannelRows.lock(write.connection(), List.of(new Owned<>(write.user(), id))).stream()
        .findFirst()
        .orElseThrow(Refused::notFound);
  }

  static void create(Write write, ChannelRow row) {
    ChannelRows.insert(write.connection(), row);
    note(write, row, null, shown(row));
  }

  /** Nothing when both are the same. Codes that were sent before work no more. */
  static void update(Write write, ChannelRow before, ChannelRow after) {
    if (!after.equals(before)) {
      ChannelRows.update(write.connection(), List.of(after));
      if (!after.channel().target().equals(before.channel().target())
          || after.channel().status() != before.channel().status()) {
        ChannelCodes.revoke(write.connection(), after.key());
      }
      note(write, after, shown(before), shown(after));
    }
  }

  /** With its deliveries; those under way are not tried again. */
  static void delete(Write write, ChannelRow row) {
    for (DeliveryRow delivery :
        DeliveryRows.lockPending(write.connection(), write.user(), row.channel().id())) {
      write.removeTimer(TimerKind.DELIVERY, delivery.delivery().id());
    }
    ChannelRows.delete(write.connection(), row.key());
    note(write, row, shown(row), null);
  }

  /** Without what is told once. */
  static Channel shown(ChannelRow row) {
    Channel channel = row.channel();
    return new Channel(
        channel.id(),
        channel.kind(),
        channel.name(),
        channel.target(),
        channel.enabled(),
        channel.status(),
        null,
        channel.lastError(),
        channel.lastSentAt(),
        channel.createdAt(),
        channel.updatedAt(),
        channel.version());
  }

  private static void note(
      Write write, ChannelRow row, @Nullable Channel before, @Nullable Channel after) {
    write.changed(Change.Kind.CHANNEL, row.channel().id(), before, after);
  }
}
