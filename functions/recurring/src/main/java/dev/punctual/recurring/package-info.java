/** A series is due: its occurrence becomes a task, and its next timer is set. */
@NullMarked
package dev.punctual.recurring;

import org.jspecify.annotations.NullMarked;
