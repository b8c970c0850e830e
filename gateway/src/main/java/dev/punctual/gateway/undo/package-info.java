/** Taking a change back, as a change of its own. */
@NullMarked
package dev.punctual.gateway.undo;

import org.jspecify.annotations.NullMarked;
