package dev.punctual.gateway.filter;

import dev.punctual.contracts.Id.FilterId;
import java.time.Instant;

/**
 * A query that a person keeps, under a name.
 *
 * @param sort as GET tasks takes it
 */
record Filter(
    FilterId id,
    String name,
    String q,
    String sort,
    Instant createdAt,
    Instant updatedAt,
    int version) {}
