/** Channels: the ways to a person beside the application itself. */
@NullMarked
package dev.punctual.gateway.channel;

import org.jspecify.annotations.NullMarked;
