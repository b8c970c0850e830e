/** The one process that is always on: REST, live updates, the timekeeper and the outbox relay. */
@NullMarked
package dev.punctual.gateway;

import org.jspecify.annotations.NullMarked;
