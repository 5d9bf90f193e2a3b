/** What a campaign has to find, on logs that lost something. */
@NullMarked
package io.praetor.app.campaign;

import org.jspecify.annotations.NullMarked;
