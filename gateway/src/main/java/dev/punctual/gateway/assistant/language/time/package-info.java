/** Reads times of day, days, lengths and where something begins and ends. */
@NullMarked
package dev.punctual.gateway.assistant.language.time;

import org.jspecify.annotations.NullMarked;
