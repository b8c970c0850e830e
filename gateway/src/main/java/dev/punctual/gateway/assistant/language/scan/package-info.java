/** All the pieces of a text, and from them one moment, one rhythm, or a question. */
@NullMarked
package dev.punctual.gateway.assistant.language.scan;

import org.jspecify.annotations.NullMarked;
