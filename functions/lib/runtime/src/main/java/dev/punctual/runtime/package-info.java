/**
 * What a function stands on: batches of records become transactions, effects happen exactly once,
 * faults of the environment are waited out and faults of a record are set aside (DESIGN §2).
 */
@NullMarked
package dev.punctual.runtime;

import org.jspecify.annotations.NullMarked;
