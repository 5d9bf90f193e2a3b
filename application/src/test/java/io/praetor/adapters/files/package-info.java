/** Claims about reading policy files and noticing their changes. */
@NullMarked
package io.praetor.adapters.files;

import org.jspecify.annotations.NullMarked;
