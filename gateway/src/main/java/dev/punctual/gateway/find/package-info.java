/** Finding tasks: by query and order, a page at a time. */
@NullMarked
package dev.punctual.gateway.find;

import org.jspecify.annotations.NullMarked;
