/** The engine with a model. Nothing else knows its library. */
@NullMarked
package dev.punctual.gateway.assistant.model;

import org.jspecify.annotations.NullMarked;
