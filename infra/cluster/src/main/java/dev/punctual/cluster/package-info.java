/** Punctual installed for a test into whatever cluster the current KUBECONFIG names. */
@NullMarked
package dev.punctual.cluster;

import org.jspecify.annotations.NullMarked;
