package io.praetor.serving.http;

/** The methods our routes know. GET answers HEAD too, without the body. */
public enum HttpMethod {
    GET,
    POST
}
