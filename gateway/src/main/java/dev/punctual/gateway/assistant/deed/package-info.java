/** What is done: by the commands of REST, at once or as a plan, and how it is told. */
@NullMarked
package dev.punctual.gateway.assistant.deed;

import org.jspecify.annotations.NullMarked;
