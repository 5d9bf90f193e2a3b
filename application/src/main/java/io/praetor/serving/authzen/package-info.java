/** The AuthZEN Authorization API 1.0: evaluations, searches and metadata. */
@NullMarked
package io.praetor.serving.authzen;

import org.jspecify.annotations.NullMarked;
