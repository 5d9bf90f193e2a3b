/**
 * YAML and JSON text becomes a tree that knows where each value stands; problems keep the place.
 */
@NullMarked
package io.praetor.policy.document;

import org.jspecify.annotations.NullMarked;
