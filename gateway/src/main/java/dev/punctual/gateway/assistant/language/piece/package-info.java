/** What a few words were understood as. */
@NullMarked
package dev.punctual.gateway.assistant.language.piece;

import org.jspecify.annotations.NullMarked;
