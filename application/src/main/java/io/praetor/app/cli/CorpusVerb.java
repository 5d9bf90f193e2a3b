package io.praetor.app.cli;

import io.praetor.app.Examples;
import io.praetor.app.Policies;
import io.praetor.app.PolicyFiles;
import io.praetor.app.Retrieval;
import io.praetor.app.config.Config;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.Precedent;
import java.util.List;
import java.util.Optional;

/** A verb about the corpus of the configured policies. */
abstract class CorpusVerb extends Verb {
    CorpusVerb(Shell shell) {
        super(shell);
    }

    static PolicyLibrary library(Config config) {
        return new Policies().require(new PolicyFiles(config.policy()).read());
    }

    final Optional<Embedder> embedder(Config config) {
        return Retrieval.embedder(config, shell.parts());
    }

    /** The confirmed examples of every policy. */
    final List<Precedent> examples(Config config, PolicyLibrary library) {
        Examples examples = Examples.under(config, shell.installation());
        return library.all().stream().flatMap(policy -> examples.of(policy).stream()).toList();
    }
}
