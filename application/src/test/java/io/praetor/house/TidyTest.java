package io.praetor.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits and habits of STYLE.md, executed on every file of the repository. */
class TidyTest {
    private static final int ARCHITECTURE_LINES_MAX = 200;

    private static final Repository REPOSITORY = Repository.here();
    private static final StyleTable STYLE = StyleTable.read(REPOSITORY);

    @Test
    void codeKeepsToTheHouseRules() {
        List<String> findings = new ArrayList<>();
        for (SourceFile source : SourceFile.parse(REPOSITORY)) {
            new CodeRules(source, STYLE).scan(source.unit(), findings);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void textKeepsToTheHouseRules() {
        TextRules rules = new TextRules(REPOSITORY, STYLE);
        List<String> findings =
                REPOSITORY.files().stream().flatMap(file -> rules.findings(file).stream()).toList();
        assertThat(findings).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItTakesAndGives() {
        List<String> findings =
                REPOSITORY.filesEnding(".java").stream()
                        .filter(file -> file.toString().contains("/src/main/java/"))
                        .map(file -> file.resolveSibling("package-info.java"))
                        .distinct()
                        .filter(file -> !saysWhatItIs(file))
                        .map(file -> file + ":1: open with `/** What it gives. */ @NullMarked`")
                        .toList();
        assertThat(findings).isEmpty();
    }

    @Test
    void everyDataFileIsReferredTo() {
        assertThat(new DeadFiles(REPOSITORY).findings()).isEmpty();
    }

    @Test
    void theMapStaysOnTwoHundredLines() {
        assertThat(REPOSITORY.lines(ImportOrder.DOCUMENT))
                .hasSizeLessThanOrEqualTo(ARCHITECTURE_LINES_MAX);
    }

    private static boolean saysWhatItIs(Path file) {
        if (!REPOSITORY.root().resolve(file).toFile().exists()) {
            return false;
        }
        String text = REPOSITORY.text(file);
        return text.startsWith("/**") && text.contains("@NullMarked");
    }
}
