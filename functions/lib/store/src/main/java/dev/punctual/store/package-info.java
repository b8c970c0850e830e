/**
 * The PostgreSQL schema and the rows that more than one module reads or writes. Every operation
 * takes a set: what the gateway does for one row, a function does for 500 in the same statement.
 */
@NullMarked
package dev.punctual.store;

import org.jspecify.annotations.NullMarked;
