/** Tasks: what may be done with them, and what follows from it. */
@NullMarked
package dev.punctual.gateway.task;

import org.jspecify.annotations.NullMarked;
