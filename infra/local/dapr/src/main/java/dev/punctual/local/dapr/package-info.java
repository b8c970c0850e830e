/** Real Dapr processes for tests, on this machine and with the manifests of the chart. */
@NullMarked
package dev.punctual.local.dapr;

import org.jspecify.annotations.NullMarked;
