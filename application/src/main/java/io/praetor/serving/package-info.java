/** HTTP in front of the domain: requests become situations and searches, decisions become JSON. */
@NullMarked
package io.praetor.serving;

import org.jspecify.annotations.NullMarked;
