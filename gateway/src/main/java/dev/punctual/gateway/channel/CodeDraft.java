package dev.punctual.gateway.channel;

/**
 * What confirms an address.
 *
 * @param code as it was mailed there; case, hyphens and spaces do not matter
 */
record CodeDraft(String code) {}
