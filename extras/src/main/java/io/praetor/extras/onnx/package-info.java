/** Texts become vectors, by a model that runs in this process under ONNX Runtime. */
@NullMarked
package io.praetor.extras.onnx;

import org.jspecify.annotations.NullMarked;
