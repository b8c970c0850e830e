/** The built web app as files of the same origin. */
@NullMarked
package dev.punctual.gateway.webapp;

import org.jspecify.annotations.NullMarked;
