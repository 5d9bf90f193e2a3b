/** Claims about scenario files, marks and figures. */
@NullMarked
package io.praetor.suite;

import org.jspecify.annotations.NullMarked;
