/** Reminders: at an instant, or before their task is due. */
@NullMarked
package dev.punctual.gateway.reminder;

import org.jspecify.annotations.NullMarked;
