package io.praetor.serving.http;

/** Who a route is for, which says what it reads and which credentials it takes. */
public enum Door {
    /** Programs: they send JSON, and a bearer token in a header. */
    PROGRAM,
    /**
     * Browsers: they send forms, and a bearer token in a cookie. A browser sends its cookies with
     * whatever any page makes it send, so what changes anything must come from our own pages.
     */
    BROWSER;

    /** The cookie that holds a browser's bearer token. */
    public static final String TOKEN_COOKIE = "praetor_token";
}
