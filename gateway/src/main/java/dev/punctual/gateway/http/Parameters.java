package dev.punctual.gateway.http;

import dev.punctual.contracts.Id.ApiTokenId;
import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.FeedId;
import dev.punctual.contracts.Id.FilterId;
import dev.punctual.contracts.Id.InvitationId;
import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Scope;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.WireName;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ids and constants in paths and queries, in the form that they have in bodies. */
@Factory
final class Parameters {

  @Bean
  TypeConverter<CharSequence, TaskId> taskId() {
    return id(TaskId::new);
  }

  @Bean
  TypeConverter<CharSequence, SeriesId> seriesId() {
    return id(SeriesId::new);
  }

  @Bean
  TypeConverter<CharSequence, ReminderId> reminderId() {
    return id(ReminderId::new);
  }

  @Bean
  TypeConverter<CharSequence, NotificationId> notificationId() {
    return id(NotificationId::new);
  }

  @Bean
  TypeConverter<CharSequence, ChannelId> channelId() {
    return id(ChannelId::new);
  }

  @Bean
  TypeConverter<CharSequence, FeedId> feedId() {
    return id(FeedId::new);
  }

  @Bean
  TypeConverter<CharSequence, SessionId> sessionId() {
    return id(SessionId::new);
  }

  @Bean
  TypeConverter<CharSequence, ApiTokenId> apiTokenId() {
    return id(ApiTokenId::new);
  }

  @Bean
  TypeConverter<CharSequence, InvitationId> invitationId() {
    return id(InvitationId::new);
  }

  @Bean
  TypeConverter<CharSequence, FilterId> filterId() {
    return id(FilterId::new);
  }

  @Bean
  TypeConverter<CharSequence, ChangeId> changeId() {
    return id(ChangeId::new);
  }

  @Bean
  TypeConverter<CharSequence, TaskStatus> taskStatus() {
    return constant(TaskStatus.class);
  }

  @Bean
  TypeConverter<CharSequence, Scope> scope() {
    return constant(Scope.class);
  }

  @Bean
  TypeConverter<CharSequence, ReminderStatus> reminderStatus() {
    return constant(ReminderStatus.class);
  }

  @Bean
  TypeConverter<CharSequence, NotificationStatus> notificationStatus() {
    return constant(NotificationStatus.class);
  }

  /** What would have been right, to follow "must be". */
  static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant instanceof WireName named ? named.wireName() : "" + constant)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return type == int.class || type == Integer.class ? "a whole number" : "something else";
  }

  private static <T> TypeConverter<CharSequence, T> id(Function<UUID, T> id) {
    return (text, target, context) -> converted(context, text, uuid(text.toString()).map(id));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      // fromString takes 1-1-1-1-1 as well.
      return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <T extends Enum<T> & WireName> TypeConverter<CharSequence, T> constant(
      Class<T> type) {
    return (text, target, context) ->
        converted(
            context,
            text,
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wireName().contentEquals(text))
                .findFirst());
  }

  /** Without the rejection a value that cannot be read would count as one that was not given. */
  private static <T> Optional<T> converted(
      ConversionContext context, CharSequence text, Optional<T> value) {
    if (value.isEmpty()) {
      context.reject(text, new IllegalArgumentException("not " + text));
    }
    return value;
  }
}
