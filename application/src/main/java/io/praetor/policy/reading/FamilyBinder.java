package io.praetor.policy.reading;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Entry;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.situation.RiskLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the action families; an action type stands in one of them only. */
final class FamilyBinder {
    private final Problems problems;
    private final Names actions = new Names("action");

    FamilyBinder(Problems problems) {
        this.problems = problems;
    }

    Map<String, ActionFamily> bind(Fields top) {
        Map<String, ActionFamily> families = new LinkedHashMap<>();
        for (Entry entry : top.entries("families")) {
            Names.isId("family", entry.key(), problems);
            Fields.of(entry.value(), PolicyShapes.FAMILY, problems)
                    .ifPresent(fields -> families.put(entry.name(), family(entry.name(), fields)));
        }
        return families;
    }

    private ActionFamily family(String name, Fields fields) {
        List<Scalar> types = fields.texts("actions");
        Set<String> known =
                types.stream()
                        .filter(this::isActionType)
                        .filter(type -> actions.isNew(type, problems))
                        .map(Scalar::text)
                        .collect(Collectors.toSet());
        RiskLevel risk = fields.choice("risk", Words.TIERS).orElse(RiskLevel.CRITICAL);
        return new ActionFamily(name, risk, known);
    }

    private boolean isActionType(Scalar type) {
        if (type.text().startsWith(Names.FAMILY_PREFIX)) {
            problems.error(type.position(), "a family lists action types, not other families");
            return false;
        }
        return Names.isName("action", type, problems);
    }
}
