/** What programs may do, as calls with structured fields. */
@NullMarked
package dev.punctual.gateway.assistant.tool;

import org.jspecify.annotations.NullMarked;
