/**
 * What a person asks of a family becomes a change or a recorded refusal, never anything between.
 */
@NullMarked
package io.praetor.governance.control;

import org.jspecify.annotations.NullMarked;
