/** Praetor and its peers go in, figures and their ratios come out. */
@NullMarked
package io.praetor.bench;

import org.jspecify.annotations.NullMarked;
