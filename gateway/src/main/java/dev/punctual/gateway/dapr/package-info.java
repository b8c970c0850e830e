/** The sidecar, for the adapters that stand before it. */
@NullMarked
package dev.punctual.gateway.dapr;

import org.jspecify.annotations.NullMarked;
