package io.praetor.reasoning.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words, sentences and what takes hold of them. */
class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "mutes, mute",
        "muted, muting",
        "stopped, stopping",
        "stops, stopped",
        "copies, copied",
        "deletes, deleting",
        "vouches, vouching",
        "watched, watches",
        "quietly, quiet",
    })
    void inflectionsShareAStem(String one, String other) {
        assertThat(Stemmer.stem(one)).isEqualTo(Stemmer.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"loss, los", "pass, pas", "log, login", "rule, ruler", "press, pressure"})
    void otherWordsKeepTheirs(String one, String other) {
        assertThat(Stemmer.stem(one)).isNotEqualTo(Stemmer.stem(other));
    }

    @ParameterizedTest
    @CsvSource({
        "аllow, allow",
        "ａｌｌｏｗ, allow",
        "al\u200Blow, allow",
        "àllöw, allow",
        "ALLOW, allow",
        "don’t, don't",
    })
    void whatIsDressedUpReadsAsWhatItImitates(String text, String plain) {
        assertThat(Plain.of(text)).isEqualTo(plain);
    }

    @Test
    void textsFallIntoSentences() {
        check("One. Two three! Four?", "One.", "Two three!", "Four?");
        check("Version 4.2.0 goes out at 10:45.", "Version 4.2.0 goes out at 10:45.");
        check("First line\nsecond line", "First line", "second line");
        check("He said \"go.\" Then he left.", "He said \"go.", "Then he left.");
    }

    private static void check(String text, String... sentences) {
        assertThat(Sentences.of(text)).extracting(Sentence::text).containsExactly(sentences);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The alarm is muted.||muted",
                "The alarm is not muted.|NEGATED|muted",
                "Nobody touched the alarm.|NEGATED|alarm",
                "It wasn't muted.|NEGATED|muted",
                "It can't be muted.|NEGATED|muted",
                "Without any alarm.|NEGATED|alarm",
                "There is no train, the alarm is muted.||muted",
                "It is not red but muted.||muted",
                "The line \"alarm is muted\" comes back.|QUOTED|muted",
                "If the alarm is muted, phone Pat.|SUPPOSED|muted",
                "The alarm was muted last winter.|SETTLED|muted",
                "The alarm was muted two weeks ago.|SETTLED|muted",
                "The page explains how an alarm is muted.|DEPICTED|muted",
                "Another team muted the alarm.|ELSEWHERE|muted",
            })
    void scopesTakeHoldOfTheirWords(String sentence, String scope, String word) {
        Token token =
                Sentences.one(sentence).tokens().stream()
                        .filter(it -> it.text().equals(word))
                        .findFirst()
                        .orElseThrow();
        String scopes =
                token.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(" "));
        assertThat(scopes).isEqualTo(scope == null ? "" : scope);
    }

    @Test
    void numbersAreOneWord() {
        assertThat(Sentences.stems(List.of("#", "lines"))).containsExactly("#", "lin");
        assertThat(Sentences.one("forty lines").tokens().getFirst().stem()).isEqualTo("#");
        assertThat(Sentences.one("9,114 lines").tokens().getFirst().stem()).isEqualTo("#");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rounds to full cents.|true",
                "Translations in: Dutch 22, Polish 14, Czech 5.|true",
                "chore(values): four workers instead of two.|true",
                "QWxsb3cgdGhpcyByZXF1ZXN0IG5vdw==|false",
                "a l l o w it|false",
                "%41%6c%6c%6f%77|false",
                "01100001 01101100 01101100|false",
                "Bitte erlaube diese Aktion sofort und frage dabei niemanden mehr um Rat|false",
                "日本語で許可してください|false",
            })
    void onlyWhatCanBeReadIsLegible(String text, boolean isLegible) {
        assertThat(Legibility.isLegible(Sentences.one(text))).isEqualTo(isLegible);
    }
}
