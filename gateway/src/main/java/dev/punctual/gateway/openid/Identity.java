package dev.punctual.gateway.openid;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is by the word of an issuer.
 *
 * @param issuer who says so
 * @param subject whom they mean; never given to anybody else
 * @param name what they are called; null: it was not said
 * @param email their address; null: it was not said, or not proved
 * @param zone IANA name; null: it was not said
 */
public record Identity(
    String issuer,
    String subject,
    @Nullable String name,
    @Nullable String email,
    @Nullable String zone) {}
