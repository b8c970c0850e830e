/** Claims what is due, and finds what was lost (DESIGN §2). */
@NullMarked
package dev.punctual.gateway.timekeeper;

import org.jspecify.annotations.NullMarked;
