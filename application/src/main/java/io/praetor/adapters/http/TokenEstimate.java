package io.praetor.adapters.http;

import io.praetor.reasoning.Prompt;
import java.nio.charset.StandardCharsets;

/** How many tokens a prompt takes at a server that cannot be asked: rather too many. */
public final class TokenEstimate {
    /** English in the vocabularies of today takes four bytes and more a token, JSON some three. */
    private static final int BYTES_PER_TOKEN = 3;

    /** For the marks around the turns. */
    private static final int FRAME_TOKENS = 16;

    private TokenEstimate() {}

    public static int of(Prompt prompt) {
        int bytes =
                (prompt.system() + prompt.user() + prompt.lead())
                        .getBytes(StandardCharsets.UTF_8)
                        .length;
        return FRAME_TOKENS + bytes / BYTES_PER_TOKEN;
    }
}
