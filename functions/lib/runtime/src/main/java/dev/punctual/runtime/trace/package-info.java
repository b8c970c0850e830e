/**
 * Distributed traces: W3C Trace Context carried in events, spans exported by OTLP where that is
 * configured. Nothing here runs before a function's first commit.
 */
@NullMarked
package dev.punctual.runtime.trace;

import org.jspecify.annotations.NullMarked;
