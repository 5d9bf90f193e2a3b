package io.praetor.policy.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.PolicyHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReloadingTest {
    private static final String STANDARD = Policies.text("standard", "1", "");
    private static final String BLUE = Policies.text("blue", "1", "team: {serves: [blue]}");
    private static final PolicyLibrary CURRENT = loaded(STANDARD, BLUE);

    @Test
    void aBadFileKeepsTheOldLibrary() {
        LibraryReading bad = Policies.library(STANDARD, BLUE.replace("[read]", "[]"));
        assertThat(PolicyReloading.next(CURRENT, bad))
                .isEqualTo(
                        new PolicyReloading.Kept(
                                CURRENT, ((LibraryReading.Refused) bad).problems()));
    }

    @Test
    void theSameFilesChangeNothing() {
        assertThat(PolicyReloading.next(CURRENT, Policies.library(STANDARD, BLUE)))
                .isEqualTo(new PolicyReloading.Unchanged(CURRENT));
    }

    @Test
    void aVersionThatNamesItsParentReplacesIt() {
        String hash = CURRENT.standard().header().hash();
        check(
                loaded(Policies.text("standard", "2", "parent: " + hash), BLUE),
                new PolicyReloading.Change.Succeeded(
                        CURRENT.standard().header(),
                        header("standard", "2", "parent: " + hash),
                        new Lineage.Next()));
    }

    @Test
    void aVersionWithoutParentServesAndIsReported() {
        String shown = CURRENT.standard().header().hash().substring(0, 12);
        check(
                loaded(Policies.text("standard", "2", ""), BLUE),
                new PolicyReloading.Change.Succeeded(
                        CURRENT.standard().header(),
                        header("standard", "2", ""),
                        new Lineage.Broken(
                                "it names no parent; the current version is `1` (" + shown + ")")));
    }

    @Test
    void policiesComeAndGo() {
        String red = Policies.text("red", "1", "team: {serves: [red]}");
        check(
                loaded(STANDARD, red),
                new PolicyReloading.Change.Added(header("red", "1", "team: {serves: [red]}")),
                new PolicyReloading.Change.Removed(header("blue", "1", "team: {serves: [blue]}")));
    }

    @Test
    void anotherStandardIsAChange() {
        assertThat(PolicyReloading.next(CURRENT, Policies.library(BLUE, STANDARD)))
                .isEqualTo(
                        new PolicyReloading.Replaced(loaded(BLUE, STANDARD), List.of(), List.of()));
    }

    private static void check(PolicyLibrary library, PolicyReloading.Change... changes) {
        assertThat(PolicyReloading.next(CURRENT, new LibraryReading.Loaded(library, List.of())))
                .isEqualTo(new PolicyReloading.Replaced(library, List.of(changes), List.of()));
    }

    private static PolicyLibrary loaded(String... texts) {
        return ((LibraryReading.Loaded) Policies.library(texts)).library();
    }

    private static PolicyHeader header(String id, String version, String more) {
        return Policies.policy(id, version, more).header();
    }
}
