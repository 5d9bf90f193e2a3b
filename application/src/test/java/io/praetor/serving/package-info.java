/** Claims about the server as a client sees it, over a real socket. */
@NullMarked
package io.praetor.serving;

import org.jspecify.annotations.NullMarked;
