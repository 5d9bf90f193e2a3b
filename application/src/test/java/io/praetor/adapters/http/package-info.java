/** Claims about asking model servers over HTTP, whatever they answer. */
@NullMarked
package io.praetor.adapters.http;

import org.jspecify.annotations.NullMarked;
