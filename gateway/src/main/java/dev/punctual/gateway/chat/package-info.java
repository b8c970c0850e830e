/** What is kept of conversations with the assistant. */
@NullMarked
package dev.punctual.gateway.chat;

import org.jspecify.annotations.NullMarked;
