/** What the gateway is told from outside: records that refuse bad values with a sentence. */
@NullMarked
package dev.punctual.gateway.config;

import org.jspecify.annotations.NullMarked;
