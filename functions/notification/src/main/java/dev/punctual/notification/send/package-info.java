/** Deliveries leave through channels: e-mail, webhook, web push. Loaded when there is one. */
@NullMarked
package dev.punctual.notification.send;

import org.jspecify.annotations.NullMarked;
