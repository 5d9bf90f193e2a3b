package io.praetor.reasoning.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputContractTest {
    private static final String ANSWER =
            """
            {"classification": "write", "context_summary": "", "applicable_rules": ["law.write"],
             "reasoning": "It edits code.", "decision": "allow", "rationale": "Developers may.",
             "policy_references": [{"id": "write.developer", "quote": "A developer writes."}]}""";

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(OutputContract.schemas().get(OutputContract.grammar()));

    static Stream<String> answersThatAreNone() {
        return Stream.of(
                ANSWER.replace("\"allow\"", "\"permit\""),
                ANSWER.replace("\"rationale\": \"Developers may.\",", ""),
                ANSWER.replace("[\"law.write\"]", "\"law.write\""),
                ANSWER.replace("It edits code.", "x".repeat(OutputContract.TEXT_CHARS_MAX + 1)),
                ANSWER.replace("\"id\"", "\"clause\""));
    }

    @Test
    void theSchemaTakesWhatTheGrammarTakes() {
        assertThat(SCHEMA.validate(ANSWER, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNone")
    void theSchemaTakesNothingElse(String answer) {
        assertThat(SCHEMA.validate(answer, InputFormat.JSON)).isNotEmpty();
    }
}
