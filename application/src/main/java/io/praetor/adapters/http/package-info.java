/** JSON over HTTP with a deadline goes out, a checked answer or a cause comes back. */
@NullMarked
package io.praetor.adapters.http;

import org.jspecify.annotations.NullMarked;
