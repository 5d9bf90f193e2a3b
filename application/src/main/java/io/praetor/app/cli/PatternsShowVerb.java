package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.Patterns;
import io.praetor.patterns.Constraint;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.document.PatternJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one pattern: what it covers, on what evidence, and what became of it. */
@Command(name = "show", description = "show one pattern with its evidence and its history")
final class PatternsShowVerb extends PatternsVerb {
    @Parameters(paramLabel = "ID", description = "the id, or enough of its start")
    private String id = "";

    PatternsShowVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        return with(
                patterns -> {
                    Pattern pattern = find(patterns, id);
                    if (json()) {
                        shell.out().println(PatternJson.write(pattern));
                    } else {
                        show(pattern, patterns);
                    }
                    return ExitCode.OK;
                });
    }

    /** The one pattern whose id starts so. */
    static Pattern find(Patterns patterns, String id) {
        return patterns.store()
                .find(id)
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "`%s` names no pattern, or several; see `praetor patterns"
                                                        .formatted(id)
                                                + " list`"));
    }

    private void show(Pattern pattern, Patterns patterns) {
        shell.out().println(line(pattern));
        shell.out().println(DecisionText.line("id", pattern.id().value()));
        shell.out().println(DecisionText.line("rules", pattern.matching().frame().rules()));
        shell.out().println(DecisionText.line("risk", pattern.matching().frame().risk().label()));
        pattern.matching()
                .inputs()
                .forEach(
                        (name, constraint) ->
                                shell.out()
                                        .println(
                                                DecisionText.line(
                                                        "input", said(name, constraint))));
        shell.out()
                .println(
                        DecisionText.line(
                                "text",
                                "%d shingles known, at most %d others"
                                        .formatted(
                                                pattern.matching().words().size(),
                                                pattern.matching().unseenMax())));
        shell.out().println(DecisionText.line("clauses", pattern.clauses().toString()));
        shell.out().println(DecisionText.line("scope", pattern.scope()));
        shell.out()
                .println(
                        DecisionText.line(
                                "reviews", String.join(" ", pattern.evidence().reviews())));
        for (Pattern then : patterns.store().history(pattern.id())) {
            shell.out()
                    .println(
                            DecisionText.line(
                                    then.standing().since().toString(),
                                    "%s by %s: %s"
                                            .formatted(
                                                    then.standing().state().label(),
                                                    then.standing().by(),
                                                    then.standing().reason())));
        }
    }

    private static String said(String name, Constraint constraint) {
        return switch (constraint) {
            case Constraint.OneOf one -> name + " is " + one;
            case Constraint.Immaterial any ->
                    "%s is immaterial: %d values agreed, %d reviews beside the commonest%s"
                            .formatted(
                                    name,
                                    any.seen(),
                                    any.beside(),
                                    any.except().isEmpty()
                                            ? ""
                                            : "; but not " + String.join(", ", any.except()));
        };
    }
}
