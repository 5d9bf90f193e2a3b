/** Policy files on disk become policy sources, again and again while a program runs. */
@NullMarked
package io.praetor.adapters.files;

import org.jspecify.annotations.NullMarked;
