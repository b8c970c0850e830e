/** A reminder is due: the person knows, unless the task is done or it is too late. */
@NullMarked
package dev.punctual.notification;

import org.jspecify.annotations.NullMarked;
