package io.praetor.bench.contender;

import io.praetor.bench.Ask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Something that decides by the ten rules. */
public interface Contender {
    /** What the table calls it. */
    String name();

    /**
     * A question in the contender's own form, ready to be asked again and again: turning a request
     * into that form is not measured.
     */
    BooleanSupplier prepare(Ask ask);

    /** Every contender that runs in this process, Praetor first. */
    static List<Contender> all() {
        return List.of(PraetorRules.ten(), CelAlone.load(), CasbinRules.load(), CedarRules.load());
    }

    /** A file of the ten rules. */
    static String file(String name) {
        String path = "/ten-rules/" + name;
        try (InputStream file = Contender.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
