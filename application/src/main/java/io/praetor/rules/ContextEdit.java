package io.praetor.rules;

import io.praetor.situation.Approval;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.CouplingState;
import io.praetor.situation.RiskLevel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Sets one part of a context by its name. */
final class ContextEdit {
    private Optional<String> team;
    private Optional<String> norms;
    private List<String> history;
    private Optional<String> intent;
    private Optional<RiskLevel> risk;
    private Optional<String> incident;
    private Optional<String> approvalPending;
    private Optional<String> session;
    private Attributes signals;
    private OptionalDouble d9Score;
    private OptionalDouble selfReferenceRate;
    private Optional<CouplingState> coupling;
    private List<Approval> approvals;
    private Optional<Boolean> mfa;
    private Attributes counters;
    private Attributes extras;

    private ContextEdit(Context context) {
        team = context.team();
        norms = context.teamNorms();
        history = context.history();
        intent = context.intent();
        risk = context.callerRisk();
        incident = context.incident();
        approvalPending = context.approvalPending();
        session = context.sessionId();
        signals = context.signals();
        d9Score = context.coherence().d9Score();
        selfReferenceRate = context.coherence().selfReferenceRate();
        coupling = context.coherence().coupling();
        approvals = context.approvals();
        mfa = context.mfa();
        counters = context.counters();
        extras = context.extras();
    }

    /**
     * @param value null takes the part away; a List of texts for the history, of Approval for the
     *     approvals
     * @return empty where the part has no such value
     */
    static Optional<Context> set(Context context, String field, @Nullable Object value) {
        ContextEdit edit = new ContextEdit(context);
        return edit.set(field, value) ? Optional.of(edit.context()) : Optional.empty();
    }

    private boolean set(String field, @Nullable Object value) {
        return switch (field) {
            case "history" -> setHistory(value);
            case "approvals" -> setApprovals(value);
            case "mfa" -> setMfa(value);
            case "risk" -> is(SituationEdit.word(RiskLevel.class, value), it -> risk = it);
            case "coupling" ->
                    is(SituationEdit.word(CouplingState.class, value), it -> coupling = it);
            case "d9_score" -> is(SituationEdit.unit(value), it -> d9Score = it);
            case "self_reference_rate" ->
                    is(SituationEdit.unit(value), it -> selfReferenceRate = it);
            case "team", "norms", "intent", "incident", "approval_pending", "session" ->
                    is(SituationEdit.text(value), it -> setText(field, it));
            default -> setKeyed(field, value);
        };
    }

    private void setText(String field, Optional<String> value) {
        switch (field) {
            case "team" -> team = value;
            case "norms" -> norms = value;
            case "intent" -> intent = value;
            case "incident" -> incident = value;
            case "approval_pending" -> approvalPending = value;
            default -> session = value;
        }
    }

    private boolean setKeyed(String field, @Nullable Object value) {
        return is(SituationEdit.keyed(signals, "signals.", field, value), it -> signals = it)
                || is(SituationEdit.keyed(counters, "counters.", field, value), it -> counters = it)
                || is(SituationEdit.keyed(extras, "extras.", field, value), it -> extras = it);
    }

    private boolean setHistory(@Nullable Object value) {
        if (value instanceof List<?> events) {
            history = events.stream().map(String.class::cast).toList();
            return true;
        }
        return false;
    }

    private boolean setApprovals(@Nullable Object value) {
        if (value instanceof List<?> given) {
            approvals = given.stream().map(Approval.class::cast).toList();
            return true;
        }
        return false;
    }

    private boolean setMfa(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            mfa = Optional.ofNullable((Boolean) value);
            return true;
        }
        return false;
    }

    private static <T> boolean is(Optional<T> value, java.util.function.Consumer<T> setter) {
        value.ifPresent(setter);
        return value.isPresent();
    }

    private Context context() {
        return new Context(
                team,
                norms,
                history,
                intent,
                risk,
                incident,
                approvalPending,
                session,
                signals,
                new Context.CoherenceState(d9Score, selfReferenceRate, coupling),
                approvals,
                mfa,
                counters,
                extras);
    }
}
