package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.ProblemReport;
import io.praetor.policy.importing.HardboundImporter;
import io.praetor.policy.importing.ImportReading;
import io.praetor.policy.importing.Web4LawImporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Turns another system's policy into a policy file of ours, on standard output. */
@Command(
        name = "import",
        description = {
            "turn a Web4 law or a Hardbound rule list (JSON) into a policy file",
            "The policy goes to standard output; read its comments before you use it."
        })
final class PolicyImport extends Verb {
    /** Whose policy it is. */
    enum Origin {
        WEB4,
        HARDBOUND
    }

    @Parameters(index = "0", paramLabel = "web4|hardbound", description = "whose policy it is")
    private Origin origin = Origin.WEB4;

    @Parameters(index = "1", paramLabel = "FILE", description = "the policy as JSON")
    private String file = "";

    PolicyImport(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        PolicySource source = PolicyInput.source(shell, file);
        ImportReading reading =
                switch (origin) {
                    case WEB4 -> Web4LawImporter.read(source);
                    case HARDBOUND -> HardboundImporter.read(source, new ConditionParser());
                };
        switch (reading) {
            case ImportReading.Imported(String yaml) -> print(yaml);
            case ImportReading.Refused(var problems) ->
                    throw new BadInput(
                            file + " is refused\n" + new ProblemReport(source).render(problems));
        }
        return ExitCode.OK;
    }

    private void print(String yaml) {
        if (json()) {
            shell.out().println(JsonMapper.shared().createObjectNode().put("policy", yaml));
        } else {
            shell.out().print(yaml);
        }
    }
}
