package io.praetor.app.cli;

import java.util.stream.Stream;

/** What the exit status of every verb means. */
public enum ExitCode {
    OK(0, "it worked, and the answer is yes where one was asked for"),
    NO(1, "it worked, and the answer is no: not allowed, not verified, below the asked-for score"),
    USAGE(2, "the command line makes no sense; the message says which part"),
    BAD_INPUT(3, "a policy, a situation or the configuration is refused; the message says where"),
    WORLD_FAILED(4, "a file, a port or the log failed"),
    FAULT(5, "a fault in praetor itself; the trace on standard error belongs in a report");

    private final int status;
    private final String meaning;

    ExitCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    /** One line a status, as help texts show it. */
    static String help() {
        return Stream.of(values())
                .map(code -> "  %d  %s%n".formatted(code.status, code.meaning))
                .reduce("Exit status:%n".formatted(), String::concat);
    }
}
