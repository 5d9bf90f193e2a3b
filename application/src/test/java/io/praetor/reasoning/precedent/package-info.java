@NullMarked
package io.praetor.reasoning.precedent;

import org.jspecify.annotations.NullMarked;
