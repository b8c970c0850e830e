/** Piles up due work, releases it, and watches a function scale: on a laptop or in a cluster. */
@NullMarked
package dev.punctual.loadtest;

import org.jspecify.annotations.NullMarked;
