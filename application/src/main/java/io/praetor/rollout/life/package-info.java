/**
 * The life of a version: states, who may move it where, on which gates; tables and pure functions.
 */
@NullMarked
package io.praetor.rollout.life;

import org.jspecify.annotations.NullMarked;
