package io.praetor.policy.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicySet;
import io.praetor.policy.Samples;
import io.praetor.policy.Samples.Edit;
import io.praetor.policy.library.PolicyChanges.Change;
import io.praetor.policy.library.PolicyChanges.FieldChange;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PolicyChangesTest {
    private static final PolicySet SAMPLE = Policies.policy(Samples.sample());

    @Test
    void commentsPlacesAndTheOrderWithinListsAreNoChange() {
        String moved =
                "# a comment\n\n"
                        + Samples.sample()
                                .replace(
                                        "[admin, deployer]\n        trust",
                                        "[deployer, admin]\n\n" + "        trust")
                                .replace(
                                        "actions: [read, list, get]", "actions: [get, list, read]");
        assertThat(PolicyChanges.between(SAMPLE, Policies.policy(moved)).changes()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyPartIsCompared() {
        return Samples.edits("changes.txt").stream()
                .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> check(edit)));
    }

    private static void check(Edit edit) {
        PolicyChanges changes = PolicyChanges.between(SAMPLE, Policies.policy(edit.text()));
        assertThat(changes.changes()).map(PolicyChangesTest::shown).isEqualTo(edit.expected());
    }

    private static String shown(Change change) {
        return "%s %s %s%s"
                .formatted(
                        change.kind(),
                        change.part(),
                        change.id(),
                        change.fields().stream()
                                .map(PolicyChangesTest::shown)
                                .collect(Collectors.joining(",")));
    }

    private static String shown(FieldChange field) {
        String name = field.field().isEmpty() ? "" : " " + field.field();
        return "%s: `%s` -> `%s`".formatted(name, field.before(), field.after());
    }
}
