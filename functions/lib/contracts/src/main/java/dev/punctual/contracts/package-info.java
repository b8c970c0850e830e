/**
 * What crosses a wire: ids, shapes and states that people, programs and modules see of each other.
 */
@NullMarked
package dev.punctual.contracts;

import org.jspecify.annotations.NullMarked;
