/** What became of a thing: who did what to it, and when. */
@NullMarked
package dev.punctual.gateway.history;

import org.jspecify.annotations.NullMarked;
