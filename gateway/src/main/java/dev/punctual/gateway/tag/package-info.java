/** Tags: what a person uses, how often, in which colour. */
@NullMarked
package dev.punctual.gateway.tag;

import org.jspecify.annotations.NullMarked;
