/** The OpenAPI document: made from the code when it is built, served as it was made. */
@NullMarked
package dev.punctual.gateway.openapi;

import org.jspecify.annotations.NullMarked;
