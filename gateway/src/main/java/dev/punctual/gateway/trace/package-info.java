/** One trace from a request over the outbox, Kafka and a function to the streams. */
@NullMarked
package dev.punctual.gateway.trace;

import org.jspecify.annotations.NullMarked;
