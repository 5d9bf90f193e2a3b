@NullMarked
package io.praetor.retrieval.library;

import org.jspecify.annotations.NullMarked;
