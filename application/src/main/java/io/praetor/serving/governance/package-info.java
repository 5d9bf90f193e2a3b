/**
 * Families, versions and interventions over HTTP: requests in, the domain's answers as JSON out.
 */
@NullMarked
package io.praetor.serving.governance;

import org.jspecify.annotations.NullMarked;
