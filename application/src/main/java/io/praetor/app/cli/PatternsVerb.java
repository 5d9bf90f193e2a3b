package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.Patterns;
import io.praetor.app.Policies;
import io.praetor.app.PolicyFiles;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.patterns.Pattern;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.rules.RuleEngine;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;

/** A verb that opens the patterns of the data folder. */
abstract class PatternsVerb extends Verb {
    /** Of an id; enough to tell patterns apart by eye. */
    private static final int ID_SHOWN = 12;

    protected final InstantSource clock = InstantSource.system();

    PatternsVerb(Shell shell) {
        super(shell);
    }

    /** Does the work on patterns that have taken in every review there is. */
    protected final ExitCode with(Function<Patterns, ExitCode> work) {
        Config config = config();
        PolicyLibrary library = new Policies().require(new PolicyFiles(config.policy()).read());
        try (SqliteDecisionLog log =
                        SqliteDecisionLog.read(config.data().resolve(Wiring.LOG_FILE));
                Patterns patterns = Patterns.open(config, log, clock)) {
            patterns.serve(library.all().stream().map(RuleEngine::compile).toList());
            return work.apply(patterns);
        }
    }

    protected final String line(Pattern pattern) {
        return String.format(
                Locale.ROOT,
                "%s  %-9s %.3f of %d%s  %s",
                pattern.id().value().substring(0, ID_SHOWN),
                pattern.standing().state().label(),
                pattern.evidence().confidence(),
                pattern.evidence().validations(),
                pattern.evidence().contradictions() == 0
                        ? ""
                        : " (%d against)".formatted(pattern.evidence().contradictions()),
                pattern.description());
    }
}
