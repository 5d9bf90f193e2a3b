package io.praetor.app.cli;

import io.praetor.app.ReviewDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is corrected more often than the rest. */
@Command(name = "errors", description = "show what is corrected more often than the rest")
final class ReviewErrorsVerb extends Verb {
    @Mixin private ReviewAccess access = new ReviewAccess();

    ReviewErrorsVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (ReviewDoor door = access.read(shell, this::config)) {
            return new ReviewFigures(shell, json())
                    .show(door, "/v1/reviews/errors", ReviewFigures::errors);
        }
    }
}
