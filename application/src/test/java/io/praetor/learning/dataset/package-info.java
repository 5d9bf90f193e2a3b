@NullMarked
package io.praetor.learning.dataset;

import org.jspecify.annotations.NullMarked;
