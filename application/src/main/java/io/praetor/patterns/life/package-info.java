/** Confirmations, approvals and changed policies become which patterns answer. */
@NullMarked
package io.praetor.patterns.life;

import org.jspecify.annotations.NullMarked;
