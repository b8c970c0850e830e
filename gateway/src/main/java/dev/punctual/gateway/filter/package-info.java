/** Filters: queries that a person keeps. */
@NullMarked
package dev.punctual.gateway.filter;

import org.jspecify.annotations.NullMarked;
