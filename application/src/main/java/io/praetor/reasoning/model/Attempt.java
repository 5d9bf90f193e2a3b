package io.praetor.reasoning.model;

import io.praetor.reasoning.LanguageModelException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One call into an adapter, with every failure of it as a value: a native library or a server that
 * does what nobody foresaw must cost an answer and nothing more.
 */
sealed interface Attempt<T> {
    record Answered<T>(T value) implements Attempt<T> {}

    /**
     * @param cause a lower-case fragment
     */
    record Failed<T>(String cause) implements Attempt<T> {}

    /** Runs the call on this thread. A failure of the machine itself, an Error, goes on. */
    static <T> Attempt<T> at(Callable<T> call) {
        FutureTask<T> task =
                new FutureTask<>(() -> Objects.requireNonNull(call.call(), "no answer came"));
        task.run();
        try {
            return new Answered<>(task.get());
        } catch (ExecutionException failure) {
            return new Failed<>(
                    Wording.oneLine(causeOf(Objects.requireNonNull(failure.getCause()))));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Failed<>("the request was stopped while the model answered");
        }
    }

    private static String causeOf(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case LanguageModelException known -> known.failure().prefix() + known.getMessage();
            default -> "the model failed unforeseen: " + failure;
        };
    }
}
