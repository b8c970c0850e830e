/** The outbox on its way to Kafka. */
@NullMarked
package dev.punctual.gateway.relay;

import org.jspecify.annotations.NullMarked;
