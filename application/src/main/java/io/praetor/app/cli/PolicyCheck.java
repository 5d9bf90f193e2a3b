package io.praetor.app.cli;

import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicyProblem.Severity;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.Section;
import io.praetor.policy.document.ProblemReport;
import io.praetor.situation.Labels;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says everything that is wrong or odd about policy files, each at its place. */
@Command(
        name = "check",
        description = {
            "say all that is wrong with policy files, each at its place",
            "Warnings are said too, and refuse nothing. The hash is what a next version names as"
                    + " its `parent`."
        })
final class PolicyCheck extends Verb {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "policy files; the configured policy where none is named")
    private List<String> files = List.of();

    PolicyCheck(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        boolean sound = true;
        List<String> named = files.isEmpty() ? List.of(configured()) : files;
        for (String file : named) {
            PolicySource source = PolicyInput.source(shell, file);
            PolicyReading reading = PolicyInput.read(source);
            shell.out().println(json() ? object(file, reading) : text(source, reading));
            sound &= reading instanceof PolicyReading.Accepted;
        }
        return sound ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    /** The working folder has no part in it: the configuration has settled that. */
    private String configured() {
        return config().policy().toAbsolutePath().normalize().toString();
    }

    private String text(PolicySource source, PolicyReading reading) {
        ProblemReport report = new ProblemReport(source);
        return switch (reading) {
            case PolicyReading.Accepted(PolicySet policy, var warnings) -> {
                String said = warnings.isEmpty() ? "" : report.render(warnings) + "\n";
                yield said
                        + shell.green(source.file() + ": sound: ")
                        + summary(policy)
                        + counted(", %d warning", warnings.size(), true);
            }
            case PolicyReading.Rejected(var problems) ->
                    report.render(problems)
                            + "\n"
                            + shell.red(source.file() + ": refused")
                            + counted(", %d error", errors(problems), false)
                            + counted(", %d warning", problems.size() - errors(problems), true);
        };
    }

    private static String summary(PolicySet policy) {
        int rules = policy.sections().stream().map(Section::rules).mapToInt(List::size).sum();
        return "%s %s%s%s%s, hash %s"
                .formatted(
                        policy.header().id(),
                        policy.header().version(),
                        counted(", %d clause", policy.clauses().size(), false),
                        counted(", %d rule", rules, false),
                        counted(" in %d section", policy.sections().size(), false),
                        policy.header().hash());
    }

    private static int errors(List<PolicyProblem> problems) {
        return (int) problems.stream().filter(each -> each.severity() == Severity.ERROR).count();
    }

    private static String counted(String words, int count, boolean silentAtNone) {
        String many = count == 1 ? "" : "s";
        return count == 0 && silentAtNone ? "" : words.formatted(count) + many;
    }

    private static String object(String file, PolicyReading reading) {
        ObjectNode object = JsonMapper.shared().createObjectNode().put("file", file);
        List<PolicyProblem> problems =
                switch (reading) {
                    case PolicyReading.Accepted(PolicySet policy, var warnings) -> {
                        object.put("sound", true)
                                .put("policy", policy.header().id())
                                .put("version", policy.header().version())
                                .put("hash", policy.header().hash());
                        yield warnings;
                    }
                    case PolicyReading.Rejected(var found) -> {
                        object.put("sound", false);
                        yield found;
                    }
                };
        ArrayNode listed = object.putArray("problems");
        for (PolicyProblem problem : problems) {
            ObjectNode node =
                    listed.addObject()
                            .put("severity", Labels.of(problem.severity()))
                            .put("line", problem.position().line())
                            .put("column", problem.position().column())
                            .put("message", problem.message());
            problem.suggestion().ifPresent(name -> node.put("suggestion", name));
        }
        return object.toString();
    }
}
