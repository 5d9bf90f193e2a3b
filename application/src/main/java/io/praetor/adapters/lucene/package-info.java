/** Passages of a corpus, found by words and by meaning: Lucene behind the retrieval ports. */
@NullMarked
package io.praetor.adapters.lucene;

import org.jspecify.annotations.NullMarked;
