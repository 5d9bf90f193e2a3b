/** A data set becomes files: the seed's three, and the rows that trainers read. */
@NullMarked
package io.praetor.learning.export;

import org.jspecify.annotations.NullMarked;
