/** A turn of a conversation: what it depends on, and what comes of it. */
@NullMarked
package dev.punctual.gateway.assistant.turn;

import org.jspecify.annotations.NullMarked;
