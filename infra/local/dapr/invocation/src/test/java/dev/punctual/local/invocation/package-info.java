/** A browser's way to the gateway: nginx, two sidecars and the gateway, all real. */
@NullMarked
package dev.punctual.local.invocation;

import org.jspecify.annotations.NullMarked;
