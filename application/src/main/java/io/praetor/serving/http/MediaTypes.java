package io.praetor.serving.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which bodies we read and which answers a client takes (RFC 9110, sections 8.3 and 12.5.1). */
final class MediaTypes {
    private static final Set<String> READ = Set.of("application/json");
    private static final Set<String> TAKEN = Set.of("*/*", "application/*", "application/json");
    private static final String UTF8 = "charset=utf-8";

    private MediaTypes() {}

    /** True for JSON, in UTF-8 where the client names a charset. */
    static boolean isRead(Optional<String> contentType) {
        String[] parts = contentType.orElse("").toLowerCase(Locale.ROOT).split(";", -1);
        if (!READ.contains(parts[0].strip())) {
            return false;
        }
        for (int index = 1; index < parts.length; index++) {
            String parameter = parts[index].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals(UTF8)) {
                return false;
            }
        }
        return true;
    }

    /** True for a form as browsers send it. */
    static boolean isForm(Optional<String> contentType) {
        String type = contentType.orElse("").toLowerCase(Locale.ROOT).split(";", 2)[0];
        return type.strip().equals("application/x-www-form-urlencoded");
    }

    /** True where the client takes JSON, or does not say what it takes. */
    static boolean isJsonTaken(Optional<String> accept) {
        if (accept.isEmpty() || accept.get().isBlank()) {
            return true;
        }
        for (String range : accept.get().toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            if (TAKEN.contains(parts[0].strip()) && !isRefused(parts)) {
                return true;
            }
        }
        return false;
    }

    /** True for a range of weight 0. */
    private static boolean isRefused(String[] parts) {
        for (int index = 1; index < parts.length; index++) {
            if (parts[index].strip().matches("q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
