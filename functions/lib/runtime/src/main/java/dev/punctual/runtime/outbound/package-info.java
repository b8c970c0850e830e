/** What a function may reach outside, and with what it is let in there. */
@NullMarked
package dev.punctual.runtime.outbound;

import org.jspecify.annotations.NullMarked;
