package io.praetor.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that never bites is no rule: each is shown the code it is there for. */
class CodeRulesTest {
    private static final StyleTable STYLE =
            new StyleTable(3, 300, 100, 2, List.of("Util", "Impl"), List.of());

    @TempDir private Path root;

    @Test
    void aWordThatMeansNothingIsFoundInEveryKindOfName() throws IOException {
        check("class UrlUtil {}", "1: `UrlUtil` says `Util`");
        check("class A { int ruleImpl; }", "1: `ruleImpl` says `Impl`");
        check("class A { void utilUtilTwo() {} }", "1: `utilUtilTwo` says `Util`");
        check("class Utility { void implement() {} }");
    }

    @Test
    void longMethodsAndLongParameterListsAreFound() throws IOException {
        check("class A {\n void f() {\n\n\n }\n}", "2: method `f` has 4 lines, limit 3");
        check("class A { void f(int a, int b, int c) {} }", "1: method `f` has 3 parameters");
        check("record R(int a, int b, int c) { R(int a, int b, int c) { } }");
        check("class A extends B { @Override void f(int a, int b, int c) {} }");
    }

    @Test
    void catchingEverythingIsFoundUnlessItThrowsOn() throws IOException {
        check(catching("Exception", "return;"), "1: catches everything and goes on");
        check(catching("RuntimeException", "// last resort: no"), "1: catches everything");
        check(catching("Throwable", "throw new IllegalStateException(e);"));
        check(catching("java.io.IOException", "return;"));
    }

    @Test
    void sleepingAndSkippingAreFound() throws IOException {
        check("class A { void f() { Thread.sleep(1); } }", "1: sleeps");
        check("class A { @Disabled void f() {} }", "1: skips a test");
    }

    private static String catching(String type, String body) {
        return "class A { void f() { try { g(); } catch (" + type + " e) { " + body + "\n} } }";
    }

    private void check(String code, String... findings) throws IOException {
        Files.writeString(root.resolve("Sample.java"), code);
        List<String> found = new ArrayList<>();
        for (SourceFile source : SourceFile.parse(new Repository(root))) {
            new CodeRules(source, STYLE).scan(source.unit(), found);
        }
        assertThat(found).as(code).hasSameSizeAs(findings);
        for (int index = 0; index < findings.length; index++) {
            assertThat(found.get(index)).startsWith("Sample.java:" + findings[index]);
        }
    }
}
