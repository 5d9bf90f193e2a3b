@NullMarked
package io.praetor.learning;

import org.jspecify.annotations.NullMarked;
