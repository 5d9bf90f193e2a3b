package io.praetor.adapters.http;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.regex.Pattern;

/**
 * An answer other than 200, told apart by what the servers are seen to say.
 *
 * <p>llama-server has types of its own, vLLM and OpenAI say it in words; what nobody foresaw is a
 * server that does not speak the API.
 */
final class Refusal {
    private static final int SHOWN_MAX = 300;

    private static final Pattern TOO_LONG =
            Pattern.compile(
                    "exceed_context_size|context_length_exceeded|maximum context length"
                            + "|exceeds? the available context|input length exceeds",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern GRAMMAR =
            Pattern.compile(
                    "grammar|initialize samplers|guided_|structured.?output|json_schema",
                    Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    static LanguageModelException of(String url, int status, String body) {
        return new LanguageModelException(
                failure(status, body),
                "%s answered %d%s%s".formatted(url, status, advice(status), shown(body)));
    }

    private static Failure failure(int status, String body) {
        if (status == 400 || status == 413 || status == 422 || status == 500) {
            if (TOO_LONG.matcher(body).find() || status == 413) {
                return Failure.TOO_LONG;
            }
            if (GRAMMAR.matcher(body).find()) {
                return Failure.BAD_GRAMMAR;
            }
        }
        return switch (status) {
            case 408, 504 -> Failure.TIMEOUT;
            case 429 -> Failure.BUSY;
            case 401, 403 -> Failure.UNAVAILABLE;
            default -> status >= 500 ? Failure.UNAVAILABLE : Failure.MISMATCH;
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> " (check model.token-file or PRAETOR_MODEL_TOKEN)";
            case 404, 405 -> " (check model.url, model.api and model.name)";
            default -> "";
        };
    }

    /** The server's own words, on one line. */
    private static String shown(String body) {
        String line = body.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String cut = line.length() > SHOWN_MAX ? line.substring(0, SHOWN_MAX) + "..." : line;
        return cut.isEmpty() ? "" : ": `" + cut.replace('`', '\'') + "`";
    }
}
