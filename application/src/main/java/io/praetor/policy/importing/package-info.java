/** Policies of other systems become policy text of ours, to be reviewed and then read. */
@NullMarked
package io.praetor.policy.importing;

import org.jspecify.annotations.NullMarked;
