/** What people write in plain English, read without a model: pure, bounded, the same every time. */
@NullMarked
package dev.punctual.gateway.assistant.language;

import org.jspecify.annotations.NullMarked;
