/** What deciders share: the outcome of a command, and the bounds of what people write. */
@NullMarked
package dev.punctual.gateway.decide;

import org.jspecify.annotations.NullMarked;
