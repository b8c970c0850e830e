/** How the gateway writes: one transaction for rows, changes, timers and events (DESIGN §2). */
@NullMarked
package dev.punctual.gateway.write;

import org.jspecify.annotations.NullMarked;
