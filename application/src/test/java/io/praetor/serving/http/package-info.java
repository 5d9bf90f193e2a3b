/** Tests of the package of the same name. */
@NullMarked
package io.praetor.serving.http;

import org.jspecify.annotations.NullMarked;
