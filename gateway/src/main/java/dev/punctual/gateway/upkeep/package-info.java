/** Deleting, hour by hour and day by day, what nobody can need any more. */
@NullMarked
package dev.punctual.gateway.upkeep;

import org.jspecify.annotations.NullMarked;
