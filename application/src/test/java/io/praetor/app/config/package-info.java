/** Configuration files and environments, right and wrong. */
@NullMarked
package io.praetor.app.config;

import org.jspecify.annotations.NullMarked;
