/** Tests of the Lucene index. */
@NullMarked
package io.praetor.adapters.lucene;

import org.jspecify.annotations.NullMarked;
