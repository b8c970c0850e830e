/** The product's programs as files: what Maven left, and the folder that an image carries. */
@NullMarked
package dev.punctual.local.program;

import org.jspecify.annotations.NullMarked;
