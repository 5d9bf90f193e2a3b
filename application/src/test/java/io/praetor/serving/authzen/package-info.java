/** The public interoperability cases of the AuthZEN working group, and our own. */
@NullMarked
package io.praetor.serving.authzen;

import org.jspecify.annotations.NullMarked;
