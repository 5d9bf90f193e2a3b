package io.praetor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CorpusVerbsTest {
    @TempDir private Path folder;

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    @Test
    void indexSaysWhatIsInItAndNamesTheSnapshot() {
        Ran first = Ran.in(folder, "corpus", "index", "--json");
        assertThat(first.status()).isZero();
        assertThat(json(first.out()).get("clauses").asInt()).isGreaterThan(30);
        assertThat(json(first.out()).get("norms").asInt()).isPositive();
        String snapshot = json(first.out()).get("snapshot").asString();
        assertThat(snapshot).matches("[0-9a-f]{64}");
        Ran again = Ran.in(folder, "corpus", "index");
        assertThat(again.out()).contains("snapshot " + snapshot).contains("searched by words");
        assertThat(folder.resolve(".praetor/index")).isNotEmptyDirectory();
    }

    @Test
    void searchFindsTheClauseAndSaysItsTextAndVersion() {
        Ran ran =
                Ran.in(folder, "corpus", "search", "closed", "ring", "--kind", "clause", "--json");
        assertThat(ran.status()).isZero();
        List<String> lines = ran.out().lines().toList();
        JsonNode best = json(lines.getFirst());
        assertThat(best.get("id").asString()).isEqualTo("trust.closed-ring");
        assertThat(best.get("kind").asString()).isEqualTo("clause");
        assertThat(best.get("version").asString()).matches("[0-9a-f]{64}");
        assertThat(best.get("text").asString()).contains("witnesses");
        assertThat(lines).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void searchWithoutAKindAnswersEachInTurn() {
        Ran ran = Ran.in(folder, "corpus", "search", "deploy through an admin", "--max", "2");
        assertThat(ran.out()).contains("deploy.approval").contains("norm.team-default.");
    }

    @Test
    void nothingFoundIsStatusOne() {
        Ran ran = Ran.in(folder, "corpus", "search", "zzzqqqy");
        assertThat(ran.status()).isEqualTo(ExitCode.NO.status());
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void badArgumentsSayWhatToDo() {
        checkRefused("it has admin, audit", "corpus", "search", "a", "--family", "nope");
        checkRefused("--max: 1 to 100", "corpus", "search", "a", "--max", "0");
        Ran ran = Ran.in(folder, "corpus");
        assertThat(ran.status()).isEqualTo(ExitCode.USAGE.status());
    }

    private void checkRefused(String why, String... arguments) {
        Ran ran = Ran.in(folder, arguments);
        assertThat(ran.status()).isEqualTo(ExitCode.BAD_INPUT.status());
        assertThat(ran.err()).contains(why);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void embeddingsThatWereNotFetchedAreAskedForByTheirCommand() {
        checkNotFetched("corpus", "search", "words");
        checkNotFetched("corpus", "index");
        assertThat(Files.exists(folder.resolve(".praetor/index"))).isFalse();
    }

    private void checkNotFetched(String... arguments) {
        Ran ran = Ran.with(Map.of("PRAETOR_EMBEDDINGS", "minilm"), folder, arguments);
        assertThat(ran.status()).isEqualTo(ExitCode.BAD_INPUT.status());
        assertThat(ran.err()).contains("next: ./praetor fetch embeddings");
    }
}
