package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.Retrieval;
import io.praetor.app.config.Config;
import io.praetor.policy.PolicySet;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.retrieval.Passage;
import io.praetor.retrieval.Passage.Kind;
import io.praetor.retrieval.PassageIndex.Hit;
import io.praetor.retrieval.PassageIndex.Query;
import io.praetor.situation.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Searches what can be cited, as a reasoner's retrieval does. */
@Command(
        name = "search",
        description = "search passages; status 1 where nothing is found",
        footer = "A score says which of one answer's passages fits better, nothing else.")
final class CorpusSearchVerb extends CorpusVerb {
    private static final int MAX = 8;

    /** More than anybody reads; the corpus of a large installation has thousands. */
    private static final int MAX_MAX = 100;

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "what to look for")
    private List<String> words = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}; each of them otherwise")
    private Optional<Kind> kind = Optional.empty();

    @Option(
            names = "--team",
            paramLabel = "TEAM",
            description = "whose law; otherwise the standard")
    private Optional<String> team = Optional.empty();

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            description = "only precedents of this family of actions, such as deploy")
    private Optional<String> family = Optional.empty();

    @Option(names = "--max", paramLabel = "COUNT", description = "of each kind; 8 by default")
    private int max = MAX;

    CorpusSearchVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (max < 1 || max > MAX_MAX) {
            throw new BadInput("--max: 1 to %d, not %d".formatted(MAX_MAX, max));
        }
        Config config = config();
        PolicyLibrary library = library(config);
        PolicySet policy = library.forTeam(team);
        family.ifPresent(name -> check(name, policy));
        try (Retrieval retrieval =
                Retrieval.open(
                        config.data(), library, examples(config, library), embedder(config))) {
            long shown =
                    Stream.of(Kind.values())
                            .filter(each -> kind.isEmpty() || kind.get() == each)
                            .mapToLong(each -> show(retrieval, query(each, policy)))
                            .sum();
            return shown > 0 ? ExitCode.OK : ExitCode.NO;
        }
    }

    private static void check(String family, PolicySet policy) {
        if (!policy.families().containsKey(family)) {
            throw new BadInput(
                    "--family: `%s` is no family of %s; it has %s"
                            .formatted(
                                    family,
                                    policy.header().id(),
                                    policy.families().keySet().stream()
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
    }

    private Query query(Kind wanted, PolicySet policy) {
        return new Query(
                String.join(" ", words),
                wanted,
                policy.header().hash(),
                team,
                family,
                Set.of(),
                max);
    }

    private int show(Retrieval retrieval, Query query) {
        List<Hit> hits = retrieval.index().search(query);
        for (Hit hit : hits) {
            Passage passage =
                    retrieval.corpus().passage(hit.passage(), query.policy()).orElseThrow();
            shell.out().println(json() ? object(hit, passage) : line(hit, passage));
        }
        return hits.size();
    }

    private String line(Hit hit, Passage passage) {
        String score = String.format(Locale.ROOT, "%8.4f", hit.score());
        return "%s  %s  %s".formatted(score, shell.bold(passage.id()), passage.text());
    }

    private static String object(Hit hit, Passage passage) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", passage.id())
                .put("kind", Labels.of(passage.kind()))
                .put("score", hit.score())
                .put("version", passage.version())
                .put("text", passage.text())
                .toString();
    }
}
