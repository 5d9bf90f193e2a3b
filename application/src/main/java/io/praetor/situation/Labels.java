package io.praetor.situation;

import java.util.Locale;
import java.util.Optional;

/** The wire spelling of an enum constant: its name in lower case. */
public final class Labels {
    private Labels() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant whose label is {@code text}, in any letter case; spaces and hyphens join. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
