/**
 * HTTP as every feature speaks it: bodies by the contracts' own JSON, refusals as problem+json from
 * one place, the person behind a request, paging and entity tags.
 */
@NullMarked
package dev.punctual.gateway.http;

import org.jspecify.annotations.NullMarked;
