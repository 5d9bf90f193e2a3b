package io.praetor.policy.importing;

import io.praetor.policy.document.Fields;
import io.praetor.situation.Labels;
import java.util.List;
import java.util.Map;

/** What a Hardbound rule decides, in our effects (design, "Effects"). */
enum HardboundDecision {
    ALLOW("low", "allow"),
    WARN("medium", "allow"),
    REQUIRE_ATTESTATION("high", "require_attestation"),
    ESCALATE("high", "require_attestation"),
    DEFER("high", "require_attestation"),
    DENY("high", "deny");

    static final Map<String, HardboundDecision> WORDS = Fields.words(List.of(values()), Labels::of);

    private final String tier;
    private final String effect;

    HardboundDecision(String tier, String effect) {
        this.tier = tier;
        this.effect = effect;
    }

    String tier() {
        return tier;
    }

    void write(Map<String, Object> rule, String reason) {
        rule.put("effect", effect);
        switch (this) {
            case WARN -> rule.put("advice", reason);
            case ESCALATE, DEFER -> {
                rule.put("attest", "human");
                rule.put("reason", reason);
            }
            case ALLOW, REQUIRE_ATTESTATION, DENY -> rule.put("reason", reason);
        }
    }
}
