/** Scenarios and a seed go in, what injected texts did to whoever decides comes out. */
@NullMarked
package io.praetor.suite.campaign;

import org.jspecify.annotations.NullMarked;
