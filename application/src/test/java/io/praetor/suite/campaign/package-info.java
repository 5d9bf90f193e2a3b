/** Injected texts and how they are scored. */
@NullMarked
package io.praetor.suite.campaign;

import org.jspecify.annotations.NullMarked;
