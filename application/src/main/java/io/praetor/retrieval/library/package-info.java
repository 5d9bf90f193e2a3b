/** The text of an example file becomes precedents. */
@NullMarked
package io.praetor.retrieval.library;

import org.jspecify.annotations.NullMarked;
