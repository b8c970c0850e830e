/** OpenID Connect as a relying party: the authorization code flow with PKCE, and its ID token. */
@NullMarked
package dev.punctual.gateway.openid;

import org.jspecify.annotations.NullMarked;
