/** The scripts that deploy. */
@NullMarked
package dev.punctual.local.deploy;

import org.jspecify.annotations.NullMarked;
