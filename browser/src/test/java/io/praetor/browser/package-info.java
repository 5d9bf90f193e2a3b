/** The page in a real browser, served by a real process part by part: its log is a file. */
@NullMarked
package io.praetor.browser;

import org.jspecify.annotations.NullMarked;
