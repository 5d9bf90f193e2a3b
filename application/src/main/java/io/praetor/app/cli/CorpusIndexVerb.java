package io.praetor.app.cli;

import io.praetor.app.Retrieval;
import io.praetor.app.config.Config;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.Passage.Kind;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/** Builds the index of the corpus anew. */
@Command(name = "index", description = "build the index anew and say what is in it")
final class CorpusIndexVerb extends CorpusVerb {
    CorpusIndexVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Config config = config();
        PolicyLibrary library = library(config);
        Optional<Embedder> embedder = embedder(config);
        try (Retrieval built =
                Retrieval.rebuild(config.data(), library, examples(config, library), embedder)) {
            Path folder = config.data().resolve(Retrieval.INDEX_FOLDER);
            String by = embedder.map(model -> "words and " + model.name()).orElse("words");
            shell.out()
                    .println(
                            json()
                                    ? object(built.corpus(), by, folder)
                                    : lines(built.corpus(), by, folder));
        }
        return ExitCode.OK;
    }

    private static String lines(Corpus corpus, String by, Path folder) {
        return """
               %d clauses, %d norms, %d precedents, searched by %s
               snapshot %s
               index in %s"""
                .formatted(
                        corpus.count(Kind.CLAUSE),
                        corpus.count(Kind.NORM),
                        corpus.count(Kind.PRECEDENT),
                        by,
                        corpus.snapshot(),
                        folder);
    }

    private static String object(Corpus corpus, String by, Path folder) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("clauses", corpus.count(Kind.CLAUSE))
                .put("norms", corpus.count(Kind.NORM))
                .put("precedents", corpus.count(Kind.PRECEDENT))
                .put("searched_by", by)
                .put("snapshot", corpus.snapshot())
                .put("index", folder.toString())
                .toString();
    }
}
