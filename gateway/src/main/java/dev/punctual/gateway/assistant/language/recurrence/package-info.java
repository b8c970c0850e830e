/** Reads how something recurs. */
@NullMarked
package dev.punctual.gateway.assistant.language.recurrence;

import org.jspecify.annotations.NullMarked;
