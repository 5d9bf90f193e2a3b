package io.praetor.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.testing.TestSituations;
import org.junit.jupiter.api.Test;

class LeakGuardTest {
    private static final String TOLD =
            "The witnesses of this deployer were all opened on one afternoon and vouch for"
                    + " each other only.";

    private static void check(TestSituations asked, TestSituations example, boolean leaks) {
        assertThat(LeakGuard.leaks(asked.build(), example.build())).isEqualTo(leaks);
        assertThat(LeakGuard.leaks(example.build(), asked.build())).isEqualTo(leaks);
    }

    private static TestSituations told(String text) {
        return TestSituations.of("deploy").description(text);
    }

    @Test
    void theSameProseLeaksWhoeverSaysIt() {
        check(told(TOLD), told(TOLD).actor("user:max").role("admin"), true);
    }

    @Test
    void theSameProseLeaksInOtherCaseAndPunctuation() {
        check(told(TOLD), told(TOLD.toUpperCase(java.util.Locale.ROOT).replace('.', '!')), true);
    }

    @Test
    void aFewChangedWordsStillLeak() {
        check(told(TOLD), told(TOLD.replace("afternoon", "evening")), true);
        check(told(TOLD), told(TOLD.replace("one afternoon", "the same day")), true);
    }

    @Test
    void aCopyWithinLongerProseLeaks() {
        check(told(TOLD), told("Yesterday we saw this. " + TOLD + " We asked them why."), true);
    }

    @Test
    void anotherCaseOfTheSameMatterIsAnExample() {
        check(told(TOLD), told("Three accounts vouch for one another and for nobody else."), false);
    }

    @Test
    void withoutProseTheSameCaseLeaksAndAnotherDoesNot() {
        TestSituations bare = TestSituations.of("deploy").role("deployer").resource("env:staging");
        check(bare, TestSituations.of("deploy").role("deployer").resource("env:staging"), true);
        check(bare, TestSituations.of("deploy").role("deployer").resource("env:production"), false);
        check(bare, TestSituations.of("release").role("deployer").resource("env:staging"), false);
    }

    @Test
    void proseOnOneSideOnlyIsNoLeak() {
        check(told(TOLD), TestSituations.of("deploy"), false);
    }
}
