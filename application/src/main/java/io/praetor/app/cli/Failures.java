package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.NoModel;
import io.praetor.serving.settings.CannotServe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a line that says what to do, and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Shell shell;

    Failures(Shell shell) {
        this.shell = shell;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        return switch (failure) {
            case BadInput bad -> say(said(bad), ExitCode.BAD_INPUT);
            case CannotServe unable -> say(said(unable), ExitCode.WORLD_FAILED);
            case NoModel missing -> say(said(missing), ExitCode.WORLD_FAILED);
            case UncheckedIOException world -> say(described(world), ExitCode.WORLD_FAILED);
            default -> {
                failure.printStackTrace(shell.err());
                yield say("a fault in praetor itself: " + failure, ExitCode.FAULT);
            }
        };
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        say(lowerFirst(said(failure)), ExitCode.USAGE);
        if (!UnmatchedArgumentException.printSuggestions(failure, shell.err())) {
            shell.err()
                    .println("try `%s --help`".formatted(command.getCommandSpec().qualifiedName()));
        }
        return ExitCode.USAGE.status();
    }

    private int say(String message, ExitCode code) {
        shell.err().println(shell.red("praetor: ") + message);
        return code.status();
    }

    private static String described(UncheckedIOException failure) {
        return switch (failure.getCause()) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case null -> said(failure);
            case IOException other -> said(other);
        };
    }

    private static String said(Exception failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    private static String lowerFirst(String message) {
        return message.isEmpty()
                ? message
                : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
