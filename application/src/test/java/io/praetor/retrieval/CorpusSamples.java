package io.praetor.retrieval;

import io.praetor.policy.ClauseId;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.library.LibraryReading;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.policy.reading.LibraryReader;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.retrieval.Precedent.Evidence;
import io.praetor.testing.TestSituations;
import java.util.List;
import java.util.Optional;

/** Two policies that share a clause's id, and precedents of one team, the other, and everybody. */
public final class CorpusSamples {
    private static final String STANDARD =
            """
            policy: standard
            version: 1.0.0
            reason: first
            team:
              norms: We review each commit. Staging is for trying things! Ask a colleague.
            clauses:
              deploy.approval:
                {text: "A deploy needs the approval of an admin.", tier: high}
              witness.ring:
                {text: "Trust from a closed ring is no trust.", tier: high}
              default.deny: {text: "What no clause covers is denied.", tier: high}
            families:
              deploy: {risk: high, actions: [deploy, release]}
              read: {risk: low, actions: [read]}
            default: {effect: deny, clause: default.deny}
            sections:
              - id: law
                combine: law
                rules:
                  - id: law.deploy
                    clause: deploy.approval
                    actions: ["family:deploy"]
                    roles: [deployer]
                    approval: admin
                    reason: somebody else looks at each rollout
              - id: context
                combine: deny-overrides
                rules:
                  - id: ring
                    clause: witness.ring
                    actions: ["family:deploy"]
                    when: has(context.signals.mutual_share) && context.signals.mutual_share > 0.5
                    effect: deny
            """;

    private static final String PAYMENTS =
            """
            policy: payments
            version: 1.0.0
            reason: first
            team: {serves: [payments], norms: We count twice.}
            clauses:
              deploy.approval:
                {text: "Payments deploys need the approval of two admins.", tier: high}
              default.deny: {text: "What no clause covers is denied.", tier: high}
            families: {deploy: {risk: high, actions: [deploy]}}
            default: {effect: deny, clause: default.deny}
            sections:
              - id: law
                combine: law
                rules:
                  - id: law.deploy
                    clause: deploy.approval
                    actions: [deploy]
                    roles: [deployer]
                    approval: admin
            """;

    private CorpusSamples() {}

    public static PolicyLibrary library() {
        LibraryReading reading =
                new LibraryReader(new PolicyReader(new ConditionParser()))
                        .read(
                                List.of(
                                        new PolicySource("standard.yaml", STANDARD),
                                        new PolicySource("payments.yaml", PAYMENTS)));
        return switch (reading) {
            case LibraryReading.Loaded loaded -> loaded.library();
            case LibraryReading.Refused refused ->
                    throw new AssertionError(refused.problems().toString());
        };
    }

    public static PolicySet standard() {
        return library().standard();
    }

    public static PolicySet payments() {
        return library().others().getFirst();
    }

    public static Precedent precedent(
            String id, Optional<String> team, String family, String told) {
        return new Precedent(
                "precedent." + id,
                team,
                family,
                TestSituations.of("deploy").role("deployer").description(told).build(),
                Effect.DENY,
                List.of(new ClauseId("deploy.approval")),
                List.of(new Evidence(told, Optional.empty(), false)),
                "nobody had approved the rollout",
                "review-1");
    }

    public static List<Precedent> precedents() {
        return List.of(
                precedent("all", Optional.empty(), "deploy", "rolls out the new checkout page"),
                precedent("mine", Optional.of("payments"), "deploy", "rolls out the ledger"),
                precedent("other", Optional.of("web"), "deploy", "rolls out the footer"),
                precedent("read", Optional.empty(), "read", "reads how the rollout went"));
    }

    public static Corpus corpus() {
        return Corpus.of(library(), precedents());
    }
}
