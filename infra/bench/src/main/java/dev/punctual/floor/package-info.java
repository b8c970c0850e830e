/** What a function's cold start is compared with. */
@NullMarked
package dev.punctual.floor;

import org.jspecify.annotations.NullMarked;
