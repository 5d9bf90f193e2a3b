/** Requests of reviewers become claims, reviews and figures as JSON; other doors ask here too. */
@NullMarked
package io.praetor.serving.review;

import org.jspecify.annotations.NullMarked;
