/** Who uses Punctual: signing in and out, the profile. */
@NullMarked
package dev.punctual.gateway.people;

import org.jspecify.annotations.NullMarked;
