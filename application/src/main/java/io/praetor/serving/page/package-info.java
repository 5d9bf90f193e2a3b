/** Requests of browsers become pages: the queue, cases to judge, figures, the log's decisions. */
@NullMarked
package io.praetor.serving.page;

import org.jspecify.annotations.NullMarked;
