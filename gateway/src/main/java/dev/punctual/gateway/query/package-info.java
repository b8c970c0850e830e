/** The query grammar (DESIGN §5): from text to a condition on tasks. One for web, REST and chat. */
@NullMarked
package dev.punctual.gateway.query;

import org.jspecify.annotations.NullMarked;
