/** Kafka and PostgreSQL inside or under one JVM: for tests, and for a person's own machine. */
@NullMarked
package dev.punctual.local.servers;

import org.jspecify.annotations.NullMarked;
