/** The management port of a function: is it alive, is it ready, what has it done. */
@NullMarked
package dev.punctual.runtime.health;

import org.jspecify.annotations.NullMarked;
