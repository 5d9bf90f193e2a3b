package io.praetor.policy.reading;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.document.Shape;
import java.util.Arrays;
import java.util.Map;

/**
 * Every mapping of a policy file and its keys. {@code schemas/policy.schema.json} says the same to
 * editors; a test compares the two.
 */
final class PolicyShapes {
    static final Shape POLICY =
            Shape.of("a policy")
                    .requires("policy", "version", "reason", "clauses", "default", "sections")
                    .allows(
                            "parent",
                            "approver",
                            "team",
                            "words",
                            "roles",
                            "trust",
                            "approvals",
                            "atp",
                            "families",
                            "directory",
                            "counters",
                            "uncovered",
                            "unresolved");

    static final Shape TEAM =
            Shape.of("`team`")
                    .allows(
                            "serves",
                            "zone",
                            "hours",
                            "unusual-off-hours-share",
                            "norms",
                            "wider-effect");
    static final Shape HOURS = Shape.of("`hours`").requires("days", "from", "to");
    static final Shape TRUST =
            Shape.of("`trust`").allows("aggregate", "weights", "margin", "coherence-floor");
    static final Shape WEIGHTS =
            Shape.of("`weights`").requires("competence", "reliability", "integrity");
    static final Shape APPROVALS = Shape.of("`approvals`").allows("expiry-hours");
    static final Shape ATP = Shape.of("`atp`").allows("when-absent");
    static final Shape CLAUSE =
            Shape.of("a clause").requires("text", "tier").allows("potency", "cues", "evidence");
    static final Shape CUES = Shape.of("`cues`").allows("bears", "settles");
    static final Shape EVIDENCE = Shape.of("`evidence`").allows("as", "effect", "attest");
    static final Shape FAMILY = Shape.of("a family").requires("risk", "actions");
    static final Shape DIRECTORY = Shape.of("`directory`").allows("actors", "resources");
    static final Shape ACTOR = Shape.of("an actor").requires("type").allows("roles", "properties");
    static final Shape RESOURCE = Shape.of("a resource").requires("type").allows("properties");
    static final Shape COUNTER = Shape.of("a counter").requires("per", "actions", "window");
    static final Shape DEFAULT =
            Shape.of("`default`").requires("effect", "clause").allows("attest");
    static final Shape UNCOVERED = Shape.of("`uncovered`").allows("weakest");
    static final Shape UNRESOLVED =
            Shape.of("`unresolved`")
                    .allows(
                            Arrays.stream(Ambiguity.values())
                                    .map(Ambiguity::label)
                                    .toArray(String[]::new));
    static final Shape UNRESOLVED_CASE =
            Shape.of("an unresolved case")
                    .requires("clause")
                    .allows("low", "medium", "high", "critical");
    static final Shape SECTION = Shape.of("a section").requires("id", "combine", "rules");

    private static final String NOT_IN_LAW =
            "stands in a deny-overrides or first-match section, not in a law section";
    private static final String ONLY_IN_LAW = "stands in a law section only";

    static final Shape LAW_RULE =
            Shape.of("a law rule")
                    .requires("id", "clause", "actions")
                    .allows("roles", "trust", "atp", "approval", "waive", "reason", "advice")
                    .elsewhere(
                            NOT_IN_LAW,
                            "resources",
                            "kinds",
                            "when",
                            "effect",
                            "attest",
                            "priority");
    static final Shape RULE =
            Shape.of("a rule")
                    .requires("id", "clause", "effect")
                    .allows(
                            "actions",
                            "roles",
                            "resources",
                            "kinds",
                            "trust",
                            "when",
                            "attest",
                            "reason",
                            "advice")
                    .elsewhere(ONLY_IN_LAW, "atp", "approval", "waive")
                    .elsewhere("stands in a first-match section only", "priority");
    static final Shape ORDERED_RULE =
            Shape.of("a first-match rule")
                    .requires("id", "clause", "effect")
                    .allows(
                            "priority",
                            "actions",
                            "roles",
                            "resources",
                            "kinds",
                            "trust",
                            "when",
                            "attest",
                            "reason",
                            "advice")
                    .elsewhere(ONLY_IN_LAW, "atp", "approval", "waive");
    static final Shape TRUST_TEST = Shape.of("a trust test").requires("below");
    static final Shape ATTEST =
            Shape.of("an attestation").requires("by").allows("count", "evidence");
    static final Shape WAIVER = Shape.of("`waive`").requires("clause", "when");

    private PolicyShapes() {}

    /** By the name that the schema gives them under {@code $defs}. */
    static Map<String, Shape> byName() {
        return Map.ofEntries(
                Map.entry("team", TEAM),
                Map.entry("hours", HOURS),
                Map.entry("trust", TRUST),
                Map.entry("weights", WEIGHTS),
                Map.entry("approvals", APPROVALS),
                Map.entry("atp", ATP),
                Map.entry("clause", CLAUSE),
                Map.entry("cues", CUES),
                Map.entry("evidence", EVIDENCE),
                Map.entry("family", FAMILY),
                Map.entry("directory", DIRECTORY),
                Map.entry("actor", ACTOR),
                Map.entry("resource", RESOURCE),
                Map.entry("counter", COUNTER),
                Map.entry("default", DEFAULT),
                Map.entry("uncovered", UNCOVERED),
                Map.entry("unresolved", UNRESOLVED),
                Map.entry("unresolvedCase", UNRESOLVED_CASE),
                Map.entry("section", SECTION),
                Map.entry("lawRule", LAW_RULE),
                Map.entry("rule", RULE),
                Map.entry("orderedRule", ORDERED_RULE),
                Map.entry("trustTest", TRUST_TEST),
                Map.entry("attest", ATTEST),
                Map.entry("waiver", WAIVER));
    }
}
