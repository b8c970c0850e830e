/** {@code ./punctual train}: makes the AOT caches that functions and gateway start with. */
@NullMarked
package dev.punctual.local.train;

import org.jspecify.annotations.NullMarked;
