/** Calendar files (RFC 5545): the export, feeds, and the import with what it could not keep. */
@NullMarked
package dev.punctual.gateway.interchange;

import org.jspecify.annotations.NullMarked;
