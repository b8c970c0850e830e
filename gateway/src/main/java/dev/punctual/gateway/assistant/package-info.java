/** The assistant: what people ask in words, done by the commands that REST uses. */
@NullMarked
package dev.punctual.gateway.assistant;

import org.jspecify.annotations.NullMarked;
