package io.praetor.situation.dialect;

import static org.assertj.core.api.Assertions.fail;

import io.praetor.situation.Admission;
import io.praetor.situation.Attributes;
import io.praetor.situation.Dialect;
import io.praetor.situation.Situation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final long SEED = 20260204;
    private static final int SITUATIONS = 3_000;

    private final SituationReader door = new SituationReader();

    @Test
    void whatIsWrittenReadsBackEqual() {
        RandomSituations situations = new RandomSituations(SEED);
        for (int i = 0; i < SITUATIONS; i++) {
            Situation situation = situations.next();
            for (Dialect dialect : Dialect.values()) {
                Attributes written = write(situation, dialect);

                byte[] text = GoldenFiles.JSON.writeValueAsBytes(written.values());
                Admission back = door.read(text, Instant.EPOCH);

                if (!back.equals(new Admission.Admitted(situation, dialect))) {
                    fail("seed %d, situation %d: %s became %s", SEED, i, written, back);
                }
            }
        }
    }

    private static Attributes write(Situation situation, Dialect dialect) {
        return switch (dialect) {
            case FLAT -> FlatDialect.write(situation);
            case R6 -> R6Dialect.write(situation);
            case AUTHZEN -> AuthzenDialect.write(situation);
        };
    }
}
