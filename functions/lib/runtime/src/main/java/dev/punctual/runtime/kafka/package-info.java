/** How Kafka is reached, the same for every client. */
@NullMarked
package dev.punctual.runtime.kafka;

import org.jspecify.annotations.NullMarked;
