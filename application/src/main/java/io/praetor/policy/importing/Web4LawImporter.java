package io.praetor.policy.importing;

import io.praetor.policy.PolicySource;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.JsonDocument;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.policy.document.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the law of a Web4 team, {@code {"rules": {ACTION: {...}}, ...}}, into a law section.
 *
 * <p>A {@code multi_sig} approval becomes as many admins. A trust threshold of 0 becomes no test,
 * so that it asks nothing of an actor whose trust is not known. An action with an empty list of
 * roles is left out: nobody may do it, and what no rule names is denied.
 */
public final class Web4LawImporter {
    private static final Shape LAW =
            Shape.of("a law").requires("rules").allows("min_expiry_hours", "max_expiry_hours");
    private static final Shape RULE =
            Shape.of("a law's rule")
                    .requires("action_type", "allowed_roles", "trust_threshold", "atp_cost")
                    .allows("approval", "approval_count", "description");
    private static final String MULTI_SIG = "multi_sig";
    private static final Map<String, String> APPROVALS =
            Fields.words(List.of("none", "peer", "admin", MULTI_SIG), word -> word);
    private static final Range HOURS = Range.whole(1, 1_000_000);
    private static final Range SIGNERS = Range.whole(1, 20);

    /** What a request lives in the reference unless the law's bounds cut it. */
    private static final int EXPIRY_HOURS = 168;

    private static final int EXPIRY_HOURS_MIN = 24;
    private static final int EXPIRY_HOURS_MAX = 720;

    private final Problems problems = new Problems();
    private final PolicyText policy;

    private Web4LawImporter(String file) {
        this.policy = new PolicyText(file);
    }

    public static ImportReading read(PolicySource source) {
        return new Web4LawImporter(source.file()).law(source);
    }

    private ImportReading law(PolicySource source) {
        Optional<Node> root = JsonDocument.read(source, problems);
        Optional<Fields> law = root.flatMap(node -> Fields.of(node, LAW, problems));
        policy.note("Imported from a Web4 law. Families and risks are guessed from action names.");
        law.ifPresent(this::rules);
        if (problems.hasErrors()) {
            return new ImportReading.Refused(
                    root.map(node -> new JsonPaths(node).mark(problems.inFileOrder()))
                            .orElse(problems.inFileOrder()));
        }
        return new ImportReading.Imported(policy.yaml("law", "law"));
    }

    private void rules(Fields law) {
        policy.setting("approvals", Map.of("expiry-hours", expiry(law)));
        for (Entry entry : law.entries("rules")) {
            Fields.of(entry.value(), RULE, problems).ifPresent(rule -> rule(entry.key(), rule));
        }
        if (law.has("rules") && law.entries("rules").isEmpty()) {
            problems.error(law.positionOf("rules"), "a law without rules");
        }
    }

    private int expiry(Fields law) {
        int least = (int) law.number("min_expiry_hours", HOURS).orElse(EXPIRY_HOURS_MIN);
        int most = (int) law.number("max_expiry_hours", HOURS).orElse(EXPIRY_HOURS_MAX);
        if (least > most) {
            problems.error(law.positionOf("min_expiry_hours"), "the least is more than the most");
            return EXPIRY_HOURS;
        }
        return Math.clamp(EXPIRY_HOURS, least, most);
    }

    private void rule(Scalar key, Fields rule) {
        String action = key.text();
        rule.scalar("action_type")
                .filter(type -> !type.text().equals(action))
                .ifPresent(
                        type ->
                                problems.error(
                                        type.position(),
                                        "stands under the key " + Problems.quoted(action)));
        Slugs.names(List.of(key), problems);
        String id = "law." + Slugs.of(action);
        List<String> roles = roles(rule);
        Map<String, Object> written =
                PolicyText.ordered(
                        "id", id, "clause", id, "actions", List.of(action), "roles", roles);
        number(rule, "trust_threshold", Range.UNIT).ifPresent(it -> written.put("trust", it));
        number(rule, "atp_cost", Range.atLeast(0)).ifPresent(it -> written.put("atp", it));
        approval(rule).ifPresent(it -> written.put("approval", it));
        if (roles.isEmpty()) {
            policy.note("Left out: nobody may do " + action + ".");
            return;
        }
        String text = rule.text("description").orElse("Role, trust and ATP decide on " + action);
        String tier = policy.families().riskOf(policy.families().guess(action));
        if (!policy.clause(id, text, tier)) {
            problems.error(key.position(), "its id " + id + " belongs to another action already");
        }
        policy.roles(roles);
        policy.rule(written);
    }

    private List<String> roles(Fields rule) {
        List<Scalar> roles =
                rule.items("allowed_roles").stream()
                        .flatMap(role -> Fields.text(role, problems).stream())
                        .toList();
        return Slugs.names(roles, problems).stream().map(Scalar::text).distinct().toList();
    }

    /** Empty for 0, which asks for nothing. */
    private static Optional<Number> number(Fields rule, String key, Range range) {
        double number = rule.number(key, range).orElse(0);
        return number == 0
                ? Optional.empty()
                : Optional.of(number == Math.rint(number) ? (Number) (long) number : number);
    }

    private Optional<Object> approval(Fields rule) {
        String word = rule.choice("approval", APPROVALS).orElse("none");
        int count =
                (int) rule.number("approval_count", SIGNERS).orElse(word.equals(MULTI_SIG) ? 2 : 1);
        if (word.equals("none")) {
            return Optional.empty();
        }
        String by = word.equals(MULTI_SIG) ? "admin" : word;
        return Optional.of(count == 1 ? by : PolicyText.ordered("by", by, "count", count));
    }
}
