package dev.punctual.gateway.find;

/** How many tasks there are. */
public record TaskCount(int count) {}
