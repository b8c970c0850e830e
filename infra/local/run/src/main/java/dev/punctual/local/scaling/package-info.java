/** What KEDA does in a cluster, on one machine: function processes from zero, by consumer lag. */
@NullMarked
package dev.punctual.local.scaling;

import org.jspecify.annotations.NullMarked;
