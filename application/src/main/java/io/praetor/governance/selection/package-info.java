/** A situation and its meta-context become the family and the version that act, from memory. */
@NullMarked
package io.praetor.governance.selection;

import org.jspecify.annotations.NullMarked;
