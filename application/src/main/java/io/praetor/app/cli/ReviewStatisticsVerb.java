package io.praetor.app.cli;

import io.praetor.app.ReviewDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how far reviewing is. */
@Command(name = "statistics", description = "show how far reviewing is")
final class ReviewStatisticsVerb extends Verb {
    @Mixin private ReviewAccess access = new ReviewAccess();

    ReviewStatisticsVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (ReviewDoor door = access.read(shell, this::config)) {
            return new ReviewFigures(shell, json())
                    .show(door, "/v1/reviews/statistics", ReviewFigures::statistics);
        }
    }
}
