/** Writes that are sent again: one effect, and the same answer (DESIGN §5). */
@NullMarked
package dev.punctual.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
