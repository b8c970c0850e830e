/** Words: a text cut into tokens and lines, and what is said back. */
@NullMarked
package dev.punctual.gateway.assistant.language.text;

import org.jspecify.annotations.NullMarked;
