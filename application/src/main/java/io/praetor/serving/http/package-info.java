/** A thin layer over the HTTP library: a route takes a bounded request and gives a reply. */
@NullMarked
package io.praetor.serving.http;

import org.jspecify.annotations.NullMarked;
