/** What sentences come to, and what their meaning depends on beside their words: values. */
@NullMarked
package dev.punctual.gateway.assistant.language.meaning;

import org.jspecify.annotations.NullMarked;
