/**
 * What wakes the gateway's background work. Only ever a wake-up: whoever misses one loses time,
 * nothing else.
 */
@NullMarked
package dev.punctual.gateway.wake;

import org.jspecify.annotations.NullMarked;
