package io.praetor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.retrieval.Precedent;
import io.praetor.retrieval.library.LibraryReader;
import io.praetor.retrieval.library.LibraryReading;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that ship, and what the reader says of wrong ones. */
class ShippedExamplesTest {
    private static final PolicySet POLICY =
            SampleDecisions.read(Shipped.text(Shipped.POLICY)).policy();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Shipped.text("schemas/example.schema.json"));

    static List<PolicySource> files() {
        return Shipped.examples();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areValidBySchemaAndReader(PolicySource file) {
        assertThat(SCHEMA.validate(file.text(), InputFormat.YAML)).isEmpty();
        assertThat(new LibraryReader(POLICY).read(List.of(file)).problems()).isEmpty();
    }

    @Test
    void everyPieceOfEvidenceStandsInTheProse() {
        for (Precedent precedent : precedents()) {
            String prose = String.join("\n", prose(precedent.situation()));
            for (Precedent.Evidence evidence : precedent.evidence()) {
                assertThat(prose).as(precedent.id()).contains(evidence.sentence());
            }
        }
    }

    @Test
    void theGuidesExampleIsAnExampleFile() {
        String guide = Shipped.text("docs/examples.md");
        StringBuilder example = new StringBuilder();
        guide.substring(guide.indexOf("    examples:"))
                .lines()
                .takeWhile(line -> line.startsWith("    "))
                .forEach(line -> example.append(line.substring(4)).append('\n'));

        assertThat(SCHEMA.validate(example.toString(), InputFormat.YAML)).isEmpty();
        check(example.toString());
    }

    @Test
    void mistakesAreReportedAtTheirPlace() {
        String sound =
                """
                examples:
                  - id: one
                    situation: {action_type: read, actor_id: "user:ben", details: All is well.}
                    evidence: [{says: All is well., clause: none, bears: false}]
                    decision: allow
                    rationale: You may.
                    validated: true
                    validator: user:olivia
                """;
        check(sound);
        check(
                sound.replace("clause: none", "clause: read.publik"),
                "e.yaml:4:45: unknown clause `read.publik`; did you mean `read.public`?");
        check(
                sound.replace("validated: true", "validated: false"),
                "e.yaml:7:16: an example counts only with `validated: true` and its `validator`");
        check(
                sound.replace("bears: false", "bears: true"),
                "e.yaml:4:16: a sentence that bears names the clause it bears on");
        check(
                sound.replace("bears: false", "bears: perhaps"),
                "e.yaml:4:58: `bears` is either true or false");
        check(
                sound.replace("decision: allow", "decision: alow"),
                "e.yaml:5:15: `decision` is one of allow, require_mfa, require_attestation, deny,"
                        + " not `alow`; did you mean `allow`?");
        check(
                sound.replace("actor_id: \"user:ben\"", "actor_id: 7"),
                "e.yaml:3:16: the door refuses `actor_id`: is a number, not a text");
    }

    private static void check(String text, String... problems) {
        LibraryReading reading =
                new LibraryReader(POLICY).read(List.of(new PolicySource("e.yaml", text)));
        assertThat(reading.problems().stream().map(Object::toString)).containsExactly(problems);
        assertThat(reading instanceof LibraryReading.Read).isEqualTo(problems.length == 0);
    }

    private static List<Precedent> precedents() {
        return PrecedentFigures.library(RuleEngine.compile(POLICY));
    }

    private static List<String> prose(Situation situation) {
        List<String> prose = new ArrayList<>(situation.context().history());
        situation.action().description().ifPresent(prose::add);
        situation.context().intent().ifPresent(prose::add);
        situation.context().incident().ifPresent(prose::add);
        situation.context().approvalPending().ifPresent(prose::add);
        situation.context().teamNorms().ifPresent(prose::add);
        return prose;
    }
}
