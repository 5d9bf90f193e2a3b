package io.praetor.app.cli;

import io.praetor.app.Policies;
import io.praetor.app.PolicyFiles;
import io.praetor.policy.PolicySet;
import io.praetor.simulation.team.TeamFigures;
import io.praetor.simulation.team.TeamFigures.Share;
import io.praetor.simulation.team.TeamRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays teams through and says how patterns did on them. */
@Command(
        name = "team",
        description = {
            "play teams through under the configured policy, and measure their patterns",
            "Every decision is made by the rules and by patterns that were mined from the reviews"
                    + " before it. Figures are of the newest fifth; precision is against the truth,"
                    + " not against the reviews."
        })
final class SimulateTeamVerb extends Verb {
    private static final int DECISIONS_MIN = 1_000;

    @Option(
            names = "--decisions",
            paramLabel = "N",
            description = "how many each team makes; ${DEFAULT-VALUE}")
    private int decisions = 10_000;

    @Option(names = "--seed", paramLabel = "S", description = "of the first team; ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--runs", paramLabel = "N", description = "how many teams; ${DEFAULT-VALUE}")
    private int runs = 1;

    SimulateTeamVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (decisions < DECISIONS_MIN || runs < 1) {
            shell.err().println("say at least %d decisions and one run".formatted(DECISIONS_MIN));
            return ExitCode.USAGE;
        }
        PolicySet policy =
                new Policies().require(new PolicyFiles(config().policy()).read()).standard();
        List<TeamFigures> all = new ArrayList<>();
        try (Progress progress = new Progress(shell, "deciding", (long) runs * decisions)) {
            for (int i = 0; i < runs; i++) {
                long before = (long) i * decisions;
                TeamFigures figures =
                        TeamRun.run(
                                policy, seed + i, decisions, done -> progress.reach(before + done));
                all.add(figures);
                show(figures);
            }
        }
        if (runs > 1 && !json()) {
            worst(all);
        }
        return ExitCode.OK;
    }

    private void show(TeamFigures figures) {
        if (json()) {
            ObjectNode object =
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("seed", figures.seed())
                            .put("decisions", decisions)
                            .put("reviews", figures.reviews())
                            .put("suspensions", figures.suspensions())
                            .put("active_patterns", figures.active());
            put(object.putObject("held_out"), figures.heldOut());
            put(object.putObject("whole"), figures.whole());
            shell.out().println(object);
        } else {
            shell.out().println("seed %-3d %s".formatted(figures.seed(), line(figures.heldOut())));
            shell.out().println("  whole  %s".formatted(line(figures.whole())));
            shell.out()
                    .println(
                            "  %d settled by rules, %d reviews, %d suspensions, %d patterns answer"
                                    .formatted(
                                            figures.whole().ruled(),
                                            figures.reviews(),
                                            figures.suspensions(),
                                            figures.active()));
        }
    }

    private static void put(ObjectNode object, Share share) {
        object.put("open", share.open())
                .put("hits", share.hits())
                .put("hit_rate", share.hitRate())
                .put("right", share.right())
                .put("precision", share.precision())
                .put("precision_lower_bound", share.precisionBound())
                .put("allows_of_denied", share.allowsOfDenied())
                .put("novel_hits", share.novelHits());
    }

    private static String line(Share share) {
        return String.format(
                Locale.ROOT,
                "hit rate %.3f (%d of %d open), precision %.4f (at least %.4f), %d allowed that"
                        + " should be denied, %d novel answered",
                share.hitRate(),
                share.hits(),
                share.open(),
                share.precision(),
                share.precisionBound(),
                share.allowsOfDenied(),
                share.novelHits());
    }

    private void worst(List<TeamFigures> all) {
        TeamFigures hits =
                all.stream()
                        .min(Comparator.comparingDouble(each -> each.heldOut().hitRate()))
                        .orElseThrow();
        TeamFigures precise =
                all.stream()
                        .min(Comparator.comparingDouble(each -> each.heldOut().precisionBound()))
                        .orElseThrow();
        int allowed = all.stream().mapToInt(each -> each.whole().allowsOfDenied()).sum();
        shell.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "worst of %d: hit rate %.3f (seed %d), precision at least %.4f"
                                        + " (seed %d), %d allowed that should be denied, in all",
                                all.size(),
                                hits.heldOut().hitRate(),
                                hits.seed(),
                                precise.heldOut().precisionBound(),
                                precise.seed(),
                                allowed));
    }
}
