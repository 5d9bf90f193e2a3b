package io.praetor.app.cli;

import io.praetor.patterns.Pattern;
import io.praetor.patterns.document.PatternJson;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Writes the patterns that answer in seed 000's JSON. */
@Command(
        name = "export",
        description = "write the patterns that answer as a JSON array, to be imported elsewhere")
final class PatternsExportVerb extends PatternsVerb {
    PatternsExportVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        return with(
                patterns -> {
                    ArrayNode array = JsonMapper.shared().createArrayNode();
                    patterns.learning().all().stream()
                            .filter(Pattern::isActive)
                            .forEach(each -> array.add(PatternJson.write(each)));
                    shell.out().println(array.toPrettyString());
                    return ExitCode.OK;
                });
    }
}
