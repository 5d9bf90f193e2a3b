package io.praetor.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Policy texts that lie beside the tests. */
public final class Samples {
    private Samples() {}

    /** The sample policy, which uses every key of the format. */
    public static String sample() {
        return text("sample.yaml");
    }

    public static String text(String name) {
        try (InputStream stream = Samples.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no test resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
