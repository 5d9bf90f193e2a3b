package io.praetor.app.cli;

import io.praetor.app.ReviewDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how far reviewers agree, and with what is known. */
@Command(name = "agreement", description = "show how far reviewers agree, and with what is known")
final class ReviewAgreementVerb extends Verb {
    @Mixin private ReviewAccess access = new ReviewAccess();

    ReviewAgreementVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (ReviewDoor door = access.read(shell, this::config)) {
            return new ReviewFigures(shell, json())
                    .show(door, "/v1/agreement", ReviewFigures::agreement);
        }
    }
}
