package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.document.PatternJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes in exported patterns as candidates. */
@Command(
        name = "import",
        description = "take in exported patterns as candidates; they answer once approved here")
final class PatternsImportVerb extends PatternsVerb {
    @Parameters(paramLabel = "FILE", description = "what `patterns export` wrote")
    private Path file = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who imports")
    private String by = "";

    PatternsImportVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        List<Pattern> foreign = read(shell.folder().resolve(file));
        return with(
                patterns -> {
                    List<Pattern> taken = patterns.learning().adopt(foreign, clock.instant(), by);
                    taken.forEach(each -> shell.out().println(line(each)));
                    shell.out()
                            .println(
                                    "%d of %d are new here and candidates; the others are known or"
                                                    .formatted(taken.size(), foreign.size())
                                            + " of another policy");
                    return ExitCode.OK;
                });
    }

    private static List<Pattern> read(Path file) {
        try {
            List<Pattern> patterns = new ArrayList<>();
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            for (JsonNode each : json.isArray() ? json : List.of(json)) {
                patterns.add(PatternJson.read(each));
            }
            return patterns;
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw new BadInput(file + ": " + wrong.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
