/** What runs, what waits, what could not be handled: the functions as people see them. */
@NullMarked
package dev.punctual.gateway.insight;

import org.jspecify.annotations.NullMarked;
