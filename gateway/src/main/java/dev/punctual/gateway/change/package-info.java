/** What the recorded changes say: which fields, from what to what. */
@NullMarked
package dev.punctual.gateway.change;

import org.jspecify.annotations.NullMarked;
