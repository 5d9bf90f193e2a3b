package io.praetor.log;

import io.praetor.decision.Decision;
import io.praetor.decision.Evaluator;
import io.praetor.decision.Path;
import io.praetor.decision.RefusedRequest;
import io.praetor.decision.Timing;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.RuleId;
import io.praetor.situation.Refusal;
import io.praetor.situation.RiskLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a record says, in our own words: decoded, or about to be encoded. */
public sealed interface LogEntry {
    RecordId id();

    /** When it was decided, refused, erased or imported. */
    Instant at();

    RecordKind kind();

    /** The version that acted; empty where none did. */
    String version();

    /**
     * A decision as the log keeps it.
     *
     * @param at to the microsecond
     * @param binding whose evaluations counted in the resolution
     * @param rules the rules behind the evaluation by rules
     * @param missing dotted names of inputs that a rule wanted and did not get
     * @param trial what a suite knew, where one asked
     * @param particulars empty once they were erased
     */
    record DecisionRecord(
            RecordId id,
            Instant at,
            String version,
            String stage,
            Set<Evaluator> binding,
            PolicyRef policy,
            Effect effect,
            Effect resolved,
            RiskLevel risk,
            String classification,
            Path path,
            List<ClauseId> clauses,
            List<RuleId> rules,
            double confidence,
            Timing timing,
            List<String> missing,
            Optional<Trial> trial,
            Optional<Particulars> particulars)
            implements LogEntry {
        public DecisionRecord {
            at = Micros.truncated(at);
            binding = Set.copyOf(binding);
            clauses = List.copyOf(clauses);
            rules = List.copyOf(rules);
            missing = List.copyOf(missing);
        }

        /** The record of {@code decision}, which a suite may have asked for. */
        public static DecisionRecord of(Decision decision, Optional<Trial> trial) {
            return new DecisionRecord(
                    RecordId.of(decision.id()),
                    decision.decidedAt(),
                    decision.version().id(),
                    decision.version().authority().stage(),
                    decision.version().authority().binding(),
                    PolicyRef.of(decision.policy().header()),
                    decision.effect(),
                    decision.resolved(),
                    decision.risk(),
                    decision.classification(),
                    decision.path(),
                    decision.clauses(),
                    rulesOf(decision.trail().rules().evaluation()),
                    decision.confidence(),
                    decision.timing(),
                    decision.trail().rules().missing(),
                    trial,
                    Optional.of(
                            new Particulars(
                                    decision.situation(),
                                    decision.reasons(),
                                    decision.obligations(),
                                    decision.trail())));
        }

        private static List<RuleId> rulesOf(Evaluation evaluation) {
            return switch (evaluation) {
                case Evaluation.Applicable applicable -> applicable.rules();
                case Evaluation.Indeterminate indeterminate -> indeterminate.rules();
                case Evaluation.NotApplicable _ -> List.of();
            };
        }

        @Override
        public RecordKind kind() {
            return RecordKind.DECISION;
        }
    }

    /**
     * A request that the door turned away.
     *
     * @param count how many reasons there were
     * @param refusals the reasons, which may quote the caller; empty once they were erased
     */
    record RefusalRecord(RecordId id, Instant at, int count, List<Refusal> refusals)
            implements LogEntry {
        public RefusalRecord {
            at = Micros.truncated(at);
            refusals = List.copyOf(refusals);
        }

        public static RefusalRecord of(RefusedRequest refused) {
            return new RefusalRecord(
                    RecordId.of(refused.id()),
                    refused.at(),
                    refused.refusals().size(),
                    refused.refusals());
        }

        @Override
        public RecordKind kind() {
            return RecordKind.REFUSAL;
        }

        @Override
        public String version() {
            return "";
        }
    }

    /**
     * The personal parts of earlier records were deleted.
     *
     * @param records ids of those records, at least one
     * @param reason which law or request asked for it
     * @param approver who answers for it
     */
    record ErasureRecord(
            RecordId id, Instant at, List<RecordId> records, String reason, String approver)
            implements LogEntry {
        public ErasureRecord {
            at = Micros.truncated(at);
            records = List.copyOf(records);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.ERASURE;
        }

        @Override
        public String version() {
            return "";
        }
    }

    /**
     * A decision of another system (seed 003's table), kept as it was found.
     *
     * @param at when it was imported
     * @param effect what its label means; empty where the label is malformed
     * @param open columns that say nothing about persons, by their names
     * @param personal the other columns; empty once they were erased
     */
    record ImportedRecord(
            RecordId id,
            Instant at,
            Optional<Effect> effect,
            Map<String, Object> open,
            Map<String, Object> personal)
            implements LogEntry {
        public ImportedRecord {
            at = Micros.truncated(at);
            open = Map.copyOf(open);
            personal = Map.copyOf(personal);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.IMPORTED;
        }

        @Override
        public String version() {
            return "";
        }
    }
}
