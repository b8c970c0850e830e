/** Live updates: what task-updates carries, to the open streams of the person it concerns. */
@NullMarked
package dev.punctual.gateway.stream;

import org.jspecify.annotations.NullMarked;
