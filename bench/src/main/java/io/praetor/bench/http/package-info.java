/** Servers and loopback load go in; rates, latencies and processor time come out. */
@NullMarked
package io.praetor.bench.http;

import org.jspecify.annotations.NullMarked;
