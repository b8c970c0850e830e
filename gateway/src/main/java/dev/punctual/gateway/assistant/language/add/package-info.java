/** Reads what is to be added. */
@NullMarked
package dev.punctual.gateway.assistant.language.add;

import org.jspecify.annotations.NullMarked;
