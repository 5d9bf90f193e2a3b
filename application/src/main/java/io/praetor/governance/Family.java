package io.praetor.governance;

import io.praetor.rollout.life.RiskTier;
import java.time.Instant;

/**
 * A meta-policy: a family of versions for one domain, as it was created. How it stands is its
 * {@code FamilyState}.
 *
 * @param id of letters, digits, {@code . _ -}; part of URLs
 * @param owner the person who answers for it
 */
public record Family(
        String id,
        String name,
        FamilyScope scope,
        String description,
        RiskTier riskTier,
        String owner,
        Assignment assignment,
        FamilyConfig config,
        String notes,
        Instant createdAt) {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    public Family {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException(
                    "`id` is 1 to 64 letters, digits, dots, dashes or underscores");
        }
        check("name", name);
        check("owner", owner);
        if (assignment.isEmpty()) {
            throw new IllegalArgumentException(
                    "a family is for somebody: name participants, groups or tasks");
        }
        boolean fits =
                switch (scope) {
                    case INDIVIDUAL -> assignment.groups().isEmpty();
                    case GROUP -> assignment.participants().isEmpty();
                    case BOTH -> true;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "scope `%s` does not fit whom the family is for".formatted(scope));
        }
    }

    private static void check(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("`" + name + "` is missing");
        }
    }
}
