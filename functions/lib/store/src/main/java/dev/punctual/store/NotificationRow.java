package dev.punctual.store;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Notification;

/** A notification as it is kept. */
public record NotificationRow(UserId user, Notification notification) {}
