/** The AOT cache (JEP 483) that a process was started with, and whether it is that of its jars. */
@NullMarked
package dev.punctual.runtime.aot;

import org.jspecify.annotations.NullMarked;
