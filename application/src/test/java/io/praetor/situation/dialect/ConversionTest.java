package io.praetor.situation.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.situation.Admission;
import io.praetor.situation.Attributes;
import io.praetor.situation.Dialect;
import io.praetor.situation.Situation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ConversionTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-21T12:00:00Z");
    private static final SituationReader DOOR = new SituationReader();

    static List<JsonNode> triples() {
        return GoldenFiles.cases("triples.json");
    }

    static List<JsonNode> spellings() {
        return GoldenFiles.cases("spellings.json");
    }

    @ParameterizedTest
    @MethodSource("triples")
    void theThreeDialectsOfOneSituationAreEqual(JsonNode triple) {
        Situation flat = read(triple.get("flat"), Dialect.FLAT);

        assertThat(read(triple.get("r6"), Dialect.R6)).isEqualTo(flat);
        assertThat(read(triple.get("authzen"), Dialect.AUTHZEN)).isEqualTo(flat);
    }

    @ParameterizedTest
    @MethodSource("triples")
    void eachDialectIsWrittenAsItsGoldenForm(JsonNode triple) {
        Situation situation = read(triple.get("flat"), Dialect.FLAT);

        assertThat(R6Dialect.write(situation)).isEqualTo(object(triple.get("r6")));
        assertThat(AuthzenDialect.write(situation)).isEqualTo(object(triple.get("authzen")));
    }

    @ParameterizedTest
    @MethodSource("triples")
    void flatToR6ToFlatKeepsEverything(JsonNode triple) {
        Situation before = read(triple.get("flat"), Dialect.FLAT);
        Situation between = admitted(R6Dialect.write(before), Dialect.R6);
        Situation after = admitted(FlatDialect.write(between), Dialect.FLAT);

        assertThat(after).isEqualTo(before);
        assertThat(FlatDialect.write(after)).isEqualTo(FlatDialect.write(before));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void spellingsOfTheSameAreEqual(JsonNode pair) {
        assertThat(admission(pair.get("other"))).isEqualTo(admission(pair.get("plain")));
    }

    @Test
    void aParsedRequestReadsLikeItsText() {
        for (JsonNode triple : triples()) {
            Attributes tree = object(triple.get("flat"));

            assertThat(DOOR.read(tree.values(), RECEIVED)).isEqualTo(admission(triple.get("flat")));
        }
    }

    @Test
    void aRequestThatStatesNoInstantHasThatOfItsArrival() {
        JsonNode request =
                GoldenFiles.JSON.readTree("{'action_type':'a','actor_id':'b'}".replace('\'', '"'));

        assertThat(read(request, Dialect.FLAT).at()).isEqualTo(RECEIVED);
    }

    private static Attributes object(JsonNode node) {
        JsonReading reading = StrictJson.read(GoldenFiles.bytes(node), DoorLimits.REQUEST);
        assertThat(reading).isInstanceOf(JsonReading.Parsed.class);
        return ((JsonReading.Parsed) reading).object();
    }

    private static Admission admission(JsonNode request) {
        Admission admission = DOOR.read(GoldenFiles.bytes(request), RECEIVED);
        assertThat(admission).isInstanceOf(Admission.Admitted.class);
        return admission;
    }

    private static Situation read(JsonNode request, Dialect dialect) {
        return situation(admission(request), dialect);
    }

    private static Situation admitted(Attributes request, Dialect dialect) {
        return situation(DOOR.read(request.values(), RECEIVED), dialect);
    }

    private static Situation situation(Admission admission, Dialect dialect) {
        assertThat(admission).isInstanceOf(Admission.Admitted.class);
        Admission.Admitted admitted = (Admission.Admitted) admission;
        assertThat(admitted.dialect()).isEqualTo(dialect);
        return admitted.situation();
    }
}
