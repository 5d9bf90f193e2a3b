/** Tests of the package of the same name. */
@NullMarked
package io.praetor.serving.page;

import org.jspecify.annotations.NullMarked;
