/** Which of a person's things are meant. */
@NullMarked
package dev.punctual.gateway.assistant.find;

import org.jspecify.annotations.NullMarked;
