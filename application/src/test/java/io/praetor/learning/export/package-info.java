@NullMarked
package io.praetor.learning.export;

import org.jspecify.annotations.NullMarked;
