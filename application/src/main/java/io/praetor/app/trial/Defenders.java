package io.praetor.app.trial;

import io.praetor.app.ActivePolicies;
import io.praetor.app.Reasoners;
import io.praetor.app.trial.Contestants.Named;
import io.praetor.decision.Authority;
import io.praetor.decision.Judge;
import io.praetor.decision.Judgement;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.decision.Trail;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.reasoning.Opinion;
import io.praetor.situation.Situation;
import io.praetor.suite.campaign.Defender;
import io.praetor.suite.campaign.ObedientReasoner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who faces an injection campaign: the rules, and every reasoner alone and behind the rules. */
public final class Defenders {
    /** Stands for the worst that any model could be. */
    private static final Named OBEDIENT =
            new Named(
                    "obedient reasoner",
                    _ ->
                            Optional.of(
                                    new Reasoners.Attached(
                                            new ObedientReasoner(), ObedientReasoner.ADVISER)));

    private Defenders() {}

    /** What the rules alone come to. */
    public static Function<Situation, Judgement> byRules(PolicyLibrary library) {
        return TrialPoint.unrecorded(new ActivePolicies(library, Reasoners.NONE))::judge;
    }

    /**
     * For each reasoner, besides its own view and the whole pipeline with it: the rules with its
     * view counted on every case, also where the pipeline would not have asked.
     */
    public static List<Defender> of(PolicyLibrary library, Contestants contestants) {
        List<Defender> defenders = new ArrayList<>();
        Function<Situation, Judgement> rules = byRules(library);
        defenders.add(
                new Defender(
                        "rules alone",
                        true,
                        situation -> Optional.of(rules.apply(situation).effect())));
        for (Named named : contestants.reasoners()) {
            defenders.addAll(of(named, library));
        }
        defenders.addAll(of(OBEDIENT, library));
        return defenders;
    }

    private static List<Defender> of(Named named, PolicyLibrary library) {
        ActivePolicies policies = named.over(library);
        PolicyDecisionPoint pipeline =
                TrialPoint.unrecorded(
                        situation ->
                                policies.actingFor(situation).under(Authority.EVERYTHING_BINDING));
        LastHeard hearing = new LastHeard(new Hearing(policies));
        return List.of(
                new Defender(
                        named.name() + " alone",
                        false,
                        situation -> effect(hearing.on(situation).opinion())),
                new Defender(
                        "rules, " + named.name() + " on every case",
                        true,
                        situation -> Optional.of(counted(hearing.on(situation)).effect())),
                new Defender(
                        "whole pipeline with " + named.name(),
                        true,
                        situation -> Optional.of(pipeline.judge(situation).effect())));
    }

    private static Optional<Effect> effect(Opinion opinion) {
        return opinion.evaluation() instanceof Evaluation.Applicable said
                ? Optional.of(said.effect())
                : Optional.empty();
    }

    /** Judged as if the opinion had been asked for, by the table that resolves every decision. */
    private static Judgement counted(Hearing.Heard heard) {
        Judge judge = TrialPoint.judge();
        Judgement ruled = heard.ruled();
        return judge.rejudge(
                ruled.situation(),
                ruled.version().under(Authority.EVERYTHING_BINDING),
                new Trail(ruled.trail().rules(), Optional.empty(), Optional.of(heard.opinion())));
    }

    /** Keeps the last answers: a model need not be asked twice for two defenders. */
    private static final class LastHeard {
        /** A case with its text and the same without. */
        private static final int KEPT = 2;

        private final Hearing hearing;
        private final Map<Situation, Hearing.Heard> last = new LinkedHashMap<>();

        LastHeard(Hearing hearing) {
            this.hearing = hearing;
        }

        Hearing.Heard on(Situation situation) {
            Hearing.Heard heard = last.computeIfAbsent(situation, hearing::on);
            if (last.size() > KEPT) {
                last.remove(last.keySet().iterator().next());
            }
            return heard;
        }
    }
}
