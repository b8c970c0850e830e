/** Processes of our own: how they start, are found again after a crash, log and stop. */
@NullMarked
package dev.punctual.local.process;

import org.jspecify.annotations.NullMarked;
