/** Tests of the package of the same name. */
@NullMarked
package io.praetor.serving.access;

import org.jspecify.annotations.NullMarked;
