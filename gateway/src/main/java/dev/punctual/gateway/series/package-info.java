/** Series, that is recurring tasks: their rules, their states, when the next occurrence is. */
@NullMarked
package dev.punctual.gateway.series;

import org.jspecify.annotations.NullMarked;
