/** The only way to a secret (DESIGN §6). */
@NullMarked
package dev.punctual.runtime.secrets;

import org.jspecify.annotations.NullMarked;
