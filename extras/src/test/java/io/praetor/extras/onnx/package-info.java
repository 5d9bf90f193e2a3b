/** Tests of the embedding model itself. */
@NullMarked
package io.praetor.extras.onnx;

import org.jspecify.annotations.NullMarked;
