/** Events not yet read become snapshots of trust, and less autonomy where they call for it. */
@NullMarked
package io.praetor.governance.watching;

import org.jspecify.annotations.NullMarked;
