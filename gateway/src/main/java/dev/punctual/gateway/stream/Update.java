package dev.punctual.gateway.stream;

/**
 * One event for a person's streams.
 *
 * @param position growing; the id of the SSE event
 * @param type the CloudEvents type
 * @param data the payload as JSON
 */
record Update(long position, String type, String data) {}
