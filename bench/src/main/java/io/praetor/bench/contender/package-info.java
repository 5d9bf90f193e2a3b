/** The ten rules in the words of each contender, and the contender itself behind one question. */
@NullMarked
package io.praetor.bench.contender;

import org.jspecify.annotations.NullMarked;
