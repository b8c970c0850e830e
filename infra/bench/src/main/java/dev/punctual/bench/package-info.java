/** What {@code ./punctual bench} measures: figures side by side, with the goal beside each. */
@NullMarked
package dev.punctual.bench;

import org.jspecify.annotations.NullMarked;
