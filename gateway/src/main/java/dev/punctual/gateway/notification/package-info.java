/** Notifications: what people were told, and whether they have read it. */
@NullMarked
package dev.punctual.gateway.notification;

import org.jspecify.annotations.NullMarked;
