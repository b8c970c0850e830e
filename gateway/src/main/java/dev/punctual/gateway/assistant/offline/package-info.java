/** The engine without a model: what was read, done. */
@NullMarked
package dev.punctual.gateway.assistant.offline;

import org.jspecify.annotations.NullMarked;
