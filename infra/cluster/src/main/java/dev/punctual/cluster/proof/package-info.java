/** Proves the charts on a real API server, step by step: {@code ./punctual test --cluster}. */
@NullMarked
package dev.punctual.cluster.proof;

import org.jspecify.annotations.NullMarked;
