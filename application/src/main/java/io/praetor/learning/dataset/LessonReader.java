package io.praetor.learning.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.praetor.learning.dataset.Told.Cited;
import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.Particulars;
import io.praetor.log.RecordBody.Personal;
import io.praetor.log.RecordCodec;
import io.praetor.log.export.Pseudonyms;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import io.praetor.review.Case;
import io.praetor.review.CaseBook.Reviewed;
import io.praetor.review.PolicyTexts;
import io.praetor.review.Review;
import io.praetor.review.Verdict;
import io.praetor.review.Verdict.Accepted;
import io.praetor.review.Verdict.Corrected;
import io.praetor.situation.RiskLevel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads reviewed cases as lessons, under pseudonyms. A case on which reviewers disagree, whose
 * situation was erased, or that a suite asked for teaches nothing.
 */
public final class LessonReader {
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE =
            new TypeReference<>() {};

    private final DecisionLog log;
    private final PolicyTexts policies;
    private final Pseudonyms pseudonyms;

    public LessonReader(DecisionLog log, PolicyTexts policies, Pseudonyms pseudonyms) {
        this.log = log;
        this.policies = policies;
        this.pseudonyms = pseudonyms;
    }

    /** What became of a case. */
    public sealed interface Reading {
        record Taught(Lesson lesson) implements Reading {}

        /**
         * @param why a lower-case fragment, one of few, so that they can be counted
         */
        record LeftOut(String why) implements Reading {}
    }

    public Reading read(Reviewed reviewed) {
        Set<Effect> effects =
                reviewed.opinions().stream()
                        .map(review -> confirmed(review.verdict(), reviewed.of().effect()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        if (effects.size() != 1) {
            return new Reading.LeftOut(
                    effects.isEmpty() ? "no decision was confirmed" : "reviewers disagree");
        }
        Optional<ChainedRecord> found = log.find(reviewed.of().id());
        if (found.isEmpty()) {
            return new Reading.LeftOut("the record is gone");
        }
        return switch (RecordCodec.decode(found.get().record())) {
            case DecisionRecord decided -> ofDecision(reviewed, found.get(), decided);
            case ImportedRecord imported -> ofImported(reviewed, imported);
            case RefusalRecord _, ErasureRecord _ -> new Reading.LeftOut("nothing was decided");
        };
    }

    private static Optional<Effect> confirmed(Verdict verdict, Optional<Effect> decided) {
        return switch (verdict) {
            case Accepted() -> decided;
            case Corrected corrected -> corrected.decision().or(() -> decided);
        };
    }

    private Reading ofDecision(Reviewed reviewed, ChainedRecord record, DecisionRecord decided) {
        if (decided.trial().isPresent()) {
            return new Reading.LeftOut("a suite asked for it");
        }
        Optional<Particulars> said = decided.particulars();
        Optional<byte[]> situation =
                record.record()
                        .body()
                        .personal()
                        .flatMap(Personal::situation)
                        .map(json -> json.toBytes());
        if (said.isEmpty() || situation.isEmpty()) {
            return new Reading.LeftOut("its situation was erased");
        }
        Optional<PolicySet> policy = policies.find(decided.policy().hash());
        Told told =
                new Told(
                        decided.effect(),
                        decided.classification(),
                        decided.risk().label(),
                        String.join(". ", said.get().reasons()),
                        cited(decided.clauses(), policy));
        Set<String> related = new HashSet<>(Set.of(said.get().situation().actor().id()));
        said.get().situation().context().sessionId().ifPresent(related::add);
        return lesson(
                reviewed, new Source(tree(situation.get()), related, Optional.of(told), policy));
    }

    private Reading ofImported(Reviewed reviewed, ImportedRecord imported) {
        Object situation = imported.personal().get("situation");
        if (situation == null) {
            return new Reading.LeftOut("its situation was erased");
        }
        Map<String, @Nullable Object> tree;
        try {
            tree = tree(String.valueOf(situation).getBytes(UTF_8));
        } catch (JacksonException _) {
            return new Reading.LeftOut("its situation is no JSON object");
        }
        Optional<Told> told =
                imported.effect()
                        .map(
                                effect ->
                                        new Told(
                                                effect,
                                                text(imported.open(), "classification"),
                                                text(imported.open(), "risk_level"),
                                                text(imported.personal(), "reasoning"),
                                                List.of()));
        return lesson(reviewed, new Source(tree, reviewed.of().people(), told, Optional.empty()));
    }

    /** What the record gives of a lesson. */
    private record Source(
            Map<String, @Nullable Object> situation,
            Set<String> related,
            Optional<Told> decided,
            Optional<PolicySet> policy) {}

    private Reading lesson(Reviewed reviewed, Source source) {
        Case of = reviewed.of();
        Told before = source.decided().orElse(new Told(Effect.DENY, "", "", "", List.of()));
        Told after = before;
        for (Review review : reviewed.opinions()) {
            after = corrected(after, review.verdict(), source.policy());
        }
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("situation", source.situation());
        event.put("before", before.reasoning());
        event.put("after", after.reasoning());
        event.put(
                "note",
                reviewed.opinions().stream()
                        .flatMap(review -> review.looking().note().stream())
                        .collect(Collectors.joining(" ")));
        pseudonyms.replaceIn(event);
        String note = String.valueOf(event.get("note"));
        return new Reading.Taught(
                new Lesson(
                        of.id(),
                        of.hash(),
                        of.at(),
                        of.traits().version(),
                        members(event.get("situation")),
                        of.traits().sort(),
                        source.related().stream().map(pseudonyms::of).collect(Collectors.toSet()),
                        source.decided()
                                .map(told -> reasoned(told, String.valueOf(event.get("before")))),
                        reasoned(after, String.valueOf(event.get("after"))),
                        reviewed.reviews().stream().map(Review::id).toList(),
                        Optional.of(note).filter(text -> !text.isBlank())));
    }

    private static Told corrected(Told told, Verdict verdict, Optional<PolicySet> policy) {
        return switch (verdict) {
            case Accepted() -> told;
            case Corrected corrected -> {
                Effect decision = corrected.decision().orElse(told.decision());
                // Reasons for a decision that was wrong are no reasons for the right one.
                String kept = decision == told.decision() ? told.reasoning() : "";
                yield new Told(
                        decision,
                        corrected.classification().orElse(told.classification()),
                        corrected.risk().map(RiskLevel::label).orElse(told.risk()),
                        corrected.reasoning().orElse(kept),
                        corrected
                                .citations()
                                .map(clauses -> cited(clauses, policy))
                                .orElse(told.clauses()));
            }
        };
    }

    private static Told reasoned(Told told, String reasoning) {
        return new Told(
                told.decision(), told.classification(), told.risk(), reasoning, told.clauses());
    }

    private static List<Cited> cited(List<ClauseId> clauses, Optional<PolicySet> policy) {
        return clauses.stream()
                .map(
                        id ->
                                new Cited(
                                        id.value(),
                                        policy.flatMap(
                                                set ->
                                                        Optional.ofNullable(set.clauses().get(id))
                                                                .map(clause -> clause.text()))))
                .toList();
    }

    private static Map<String, @Nullable Object> tree(byte[] json) {
        return JsonMapper.shared().readValue(json, TREE);
    }

    private static Map<String, @Nullable Object> members(@Nullable Object value) {
        return JsonMapper.shared().convertValue(value, TREE);
    }

    private static String text(Map<String, Object> columns, String name) {
        return Optional.ofNullable(columns.get(name)).map(String::valueOf).orElse("");
    }
}
