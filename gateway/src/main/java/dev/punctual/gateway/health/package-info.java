/** The management port: whether the gateway lives, whether it can serve, what it measures. */
@NullMarked
package dev.punctual.gateway.health;

import org.jspecify.annotations.NullMarked;
