/**
 * Proposals and approvals become versions that act or do not; every change is kept with its reason,
 * in one transaction.
 */
@NullMarked
package io.praetor.governance;

import org.jspecify.annotations.NullMarked;
