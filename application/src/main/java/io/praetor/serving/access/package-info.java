/** A request's credentials become a caller with scopes, or a reason to turn it away. */
@NullMarked
package io.praetor.serving.access;

import org.jspecify.annotations.NullMarked;
