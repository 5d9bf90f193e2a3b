package io.praetor.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.reasoning.Answer.Reference;
import io.praetor.reasoning.CheckedCitations.Cause;
import io.praetor.reasoning.CheckedCitations.Dropped;
import io.praetor.retrieval.Passage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationCheckTest {
    private static final Passage PRODUCTION =
            new Passage(
                    "deploy.production",
                    Passage.Kind.CLAUSE,
                    "A deploy to production needs\n  two admins.",
                    "v1");
    private static final CitationCheck CHECK = new CitationCheck(List.of(PRODUCTION));

    private static Reference quoting(String id, String quote) {
        return new Reference(id, Optional.of(quote));
    }

    @Test
    void quoteCountsWordForWordWhiteSpaceAside() {
        Reference exact = quoting("deploy.production", "production needs two   admins.");
        assertThat(CHECK.check(List.of(exact)))
                .isEqualTo(new CheckedCitations(List.of(PRODUCTION), List.of()));
    }

    @Test
    void referenceWithoutQuoteCountsByItsId() {
        Reference bare = new Reference("deploy.production", Optional.empty());
        assertThat(CHECK.check(List.of(bare, bare)).kept()).containsExactly(PRODUCTION);
    }

    @Test
    void clauseThatWasNotRetrievedIsDropped() {
        Reference unknown = new Reference("deploy.staging", Optional.empty());
        assertThat(CHECK.check(List.of(unknown)))
                .isEqualTo(
                        new CheckedCitations(
                                List.of(), List.of(new Dropped(unknown, Cause.UNKNOWN_ID))));
    }

    @Test
    void inventedQuoteIsDropped() {
        Reference invented = quoting("deploy.production", "production needs no admins");
        assertThat(CHECK.check(List.of(invented)).dropped())
                .containsExactly(new Dropped(invented, Cause.INVENTED_QUOTE));
    }
}
