/** What follows when the time zone database has a new version. */
@NullMarked
package dev.punctual.gateway.zones;

import org.jspecify.annotations.NullMarked;
