/** A person's data in one file, and back. */
@NullMarked
package dev.punctual.local.backup;

import org.jspecify.annotations.NullMarked;
