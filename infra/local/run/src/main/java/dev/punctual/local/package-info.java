/** The whole product on one machine: what {@code ./punctual up} and its sister commands do. */
@NullMarked
package dev.punctual.local;

import org.jspecify.annotations.NullMarked;
