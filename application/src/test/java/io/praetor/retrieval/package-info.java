/** Tests of what is worth reading: corpus, searches, leaks. */
@NullMarked
package io.praetor.retrieval;

import org.jspecify.annotations.NullMarked;
