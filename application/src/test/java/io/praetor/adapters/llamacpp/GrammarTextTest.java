package io.praetor.adapters.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import org.junit.jupiter.api.Test;

class GrammarTextTest {
    @Test
    void whatEndsTheProcessIsRefusedBefore() {
        refuses(" \n", "is empty");
        refuses("root ::= \"a\0\"", "zero character");
        refuses("root ::= \"a\"{3,1}", "repeats backwards at `{3,1}`");
        refuses("root ::= [a-z]{ 3 , 2 }", "repeats backwards");
        refuses("root ::= " + "(".repeat(65) + "\"a\"" + ")".repeat(65), "nests deeper");
        refuses("a ::= \"a\"\n".repeat(501), "more than 500 rules");
        refuses("#".repeat(40_000), "characters");
    }

    @Test
    void textOfTheAnswerIsNoRepetition() {
        accepts("root ::= \"{3,1}\" [{3,1}] # {3,1} ((((");
        accepts("root ::= \"\\\"{3,1}\" \"a\"{1,3}");
        accepts("root ::= \"" + "(".repeat(100) + "\"");
    }

    private static void refuses(String grammar, String why) {
        assertThatThrownBy(() -> GrammarText.check(grammar))
                .isInstanceOfSatisfying(
                        LanguageModelException.class,
                        thrown -> assertThat(thrown.failure()).isEqualTo(Failure.BAD_GRAMMAR))
                .hasMessageContaining(why);
    }

    private static void accepts(String grammar) {
        assertThatCode(() -> GrammarText.check(grammar)).doesNotThrowAnyException();
    }
}
