package io.praetor.app.config;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.app.BadInput;
import io.praetor.app.config.Config.Log;
import io.praetor.app.config.Config.Server;
import io.praetor.decision.RecordingFailure;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Problems;
import io.praetor.serving.settings.TlsFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the configuration: defaults, overridden by one file, overridden by the environment.
 *
 * <p>The file is the named one, or {@code PRAETOR_CONFIG}, or {@code praetor.yaml} in the working
 * folder where there is one. Whatever is wrong is reported at once, and stops the start.
 *
 * @param environment the process's variables
 * @param folder the working folder
 * @param installation the folder that holds the shipped policies
 */
public record ConfigReader(Map<String, String> environment, Path folder, Path installation) {
    private static final String VARIABLE = "PRAETOR_CONFIG";
    private static final Path FILE = Path.of("praetor.yaml");
    private static final Path POLICY = Path.of("policies", "team-default.yaml");
    private static final Path DATA = Path.of(".praetor");
    private static final int PORT_MAX = 65_535;

    /** Throws {@link BadInput} with every problem on a line of its own. */
    public Config read(Optional<Path> named) {
        Problems problems = new Problems();
        Optional<Path> file = file(named);
        Given given = Given.of(file.map(this::source), environment, problems);
        Path fileFolder = file.map(it -> it.resolveSibling("")).orElse(Path.of(""));
        Config config = config(new Values(given, problems, folder.resolve(fileFolder), folder));
        if (problems.hasErrors()) {
            throw new BadInput(
                    problems.inFileOrder().stream()
                            .map(PolicyProblem::toString)
                            .collect(Collectors.joining("\n")));
        }
        return config;
    }

    private Config config(Values values) {
        Config usual = Config.of(installation.resolve(POLICY), folder.resolve(DATA));
        LimitsReader limits = new LimitsReader(values);
        Path data = values.path(Setting.DATA).orElse(usual.data());
        Config.Model model = new ModelReader(values, environment).model(Config.Model.none(data));
        return new Config(
                values.path(Setting.POLICY).orElse(usual.policy()),
                data,
                new Server(
                        values.text(Setting.SERVER_HOST).orElse(usual.server().host()),
                        values.whole(Setting.SERVER_PORT, usual.server().port(), 0, PORT_MAX),
                        values.path(Setting.SERVER_TOKENS),
                        values.both(
                                Setting.SERVER_TLS_CERTIFICATES,
                                Setting.SERVER_TLS_KEY,
                                TlsFiles::new),
                        values.url(Setting.SERVER_PUBLIC_URL),
                        limits.server(model.isConfigured() ? model.timeMax() : Duration.ZERO)),
                new Log(
                        values.choice(
                                Setting.LOG_DURABILITY,
                                words(Durability.values()),
                                usual.log().durability()),
                        values.choice(
                                Setting.LOG_ON_FAILURE,
                                words(RecordingFailure.values()),
                                usual.log().onFailure()),
                        limits.recorder(),
                        values.path(Setting.LOG_KEY)),
                new ModelReader(values, environment).reasoning(usual.reasoning()),
                model,
                limits.reviews(),
                limits.patterns(),
                governance(values));
    }

    private static Config.Governance governance(Values values) {
        Config.Governance usual = Config.Governance.USUAL;
        Config.Governance governance =
                new Config.Governance(
                        values.choice(
                                Setting.GOVERNANCE_STORE,
                                words(Config.Governance.Store.values()),
                                usual.store()),
                        values.url(Setting.GOVERNANCE_URL),
                        values.text(Setting.GOVERNANCE_USER).orElse(usual.user()),
                        values.path(Setting.GOVERNANCE_PASSWORD));
        boolean isComplete = governance.url().isPresent() && governance.passwordFile().isPresent();
        if (governance.store() == Config.Governance.Store.NEO4J && !isComplete) {
            values.refuse(
                    Setting.GOVERNANCE_STORE,
                    "`governance.store` is neo4j; set `governance.url` and"
                            + " `governance.password-file` too");
        }
        return governance;
    }

    private Optional<Path> file(Optional<Path> named) {
        return named.or(() -> Optional.ofNullable(environment.get(VARIABLE)).map(Path::of))
                .or(() -> Optional.of(FILE).filter(it -> Files.exists(folder.resolve(it))));
    }

    private PolicySource source(Path file) {
        try {
            return new PolicySource(file.toString(), Files.readString(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <E extends Enum<E>> Map<String, E> words(E[] values) {
        return Fields.words(
                List.of(values), value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
