/**
 * Records as JSON. One mapper for events and for the REST interface, small enough for a function
 * that has half a second to start: streaming by jackson-core, no databind, no annotations.
 */
@NullMarked
package dev.punctual.contracts.json;

import org.jspecify.annotations.NullMarked;
