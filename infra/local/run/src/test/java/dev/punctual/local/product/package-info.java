/**
 * The product as a whole: real processes, real Kafka, real PostgreSQL, over HTTP as a person would.
 */
package dev.punctual.local.product;
