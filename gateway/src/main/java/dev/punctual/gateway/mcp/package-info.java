/**
 * The tools of the assistant for any agent, by the <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25">Model Context Protocol</a>.
 */
@NullMarked
package dev.punctual.gateway.mcp;

import org.jspecify.annotations.NullMarked;
