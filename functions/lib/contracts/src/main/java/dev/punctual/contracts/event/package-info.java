/** The events of Punctual, their CloudEvents form and the topics that carry them. */
@NullMarked
package dev.punctual.contracts.event;

import org.jspecify.annotations.NullMarked;
