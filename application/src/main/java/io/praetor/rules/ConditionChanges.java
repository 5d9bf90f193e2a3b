package io.praetor.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import io.praetor.policy.Condition;
import io.praetor.policy.ConditionLanguage;
import io.praetor.policy.SituationTypes;
import io.praetor.rules.condition.Facts;
import io.praetor.situation.Approval;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The values of single inputs at which some test inside a condition turns round: each literal it
 * compares with, on either side, and the input's absence.
 */
final class ConditionChanges {
    /** What a number is moved by to be on the other side of a fractional or a whole literal. */
    private static final double FRACTION = .01;

    private static final double WHOLE = 1;

    /** An approver that no request comes from. */
    private static final String SOMEBODY = "user:somebody-else";

    private final Condition condition;
    private final Facts facts;
    private final Proposals proposals;

    private ConditionChanges(Condition condition, Facts facts) {
        this.condition = condition;
        this.facts = facts;
        proposals = new Proposals(condition, facts);
    }

    static List<Proposals.Proposal> of(Condition condition, Facts facts) {
        ConditionChanges changes = new ConditionChanges(condition, facts);
        changes.visit(condition.ast().getExpr());
        return changes.proposals.collected();
    }

    private void visit(CelExpr expression) {
        switch (expression.getKind()) {
            case SELECT -> visitSelect(expression);
            case CALL -> {
                compared(expression.call());
                expression.call().target().ifPresent(this::visit);
                expression.call().args().forEach(this::visit);
            }
            case LIST -> expression.list().elements().forEach(this::visit);
            case COMPREHENSION -> visitLoop(expression.comprehension());
            case NOT_SET, CONSTANT, IDENT, STRUCT, MAP -> {}
        }
    }

    private void visitSelect(CelExpr expression) {
        CelKind kind = condition.ast().getTypeOrThrow(expression.id()).kind();
        if (kind == CelKind.BOOL || kind == CelKind.DYN) {
            proposals.propose(expression, true, "true", Change.ANOTHER_WORD);
            proposals.propose(expression, false, "false", Change.ANOTHER_WORD);
        }
        proposals.propose(expression, null, "absent", Change.ANOTHER_WORD);
    }

    private void visitLoop(CelExpr.CelComprehension loop) {
        visit(loop.iterRange());
        Optional<String> range = proposals.input(loop.iterRange());
        range.ifPresent(
                list -> {
                    proposals.enter(loop.iterVar(), list);
                    listed(loop.iterRange(), list);
                });
        visit(loop.loopStep());
        proposals.leave(loop.iterVar());
    }

    /** Lists are emptied, and approvals given. */
    private void listed(CelExpr range, String list) {
        proposals.propose(range, List.of(), "empty", Change.ANOTHER_WORD);
        if (list.equals("context.approvals")) {
            for (ApprovalKind kind : ApprovalKind.values()) {
                List<Approval> more = new ArrayList<>(facts.situation().context().approvals());
                more.add(
                        new Approval(
                                SOMEBODY,
                                Optional.of(kind.label()),
                                kind,
                                facts.situation().at(),
                                Optional.empty()));
                proposals.propose(
                        range, more, "with approval by a " + kind.label(), Change.ANOTHER_WORD);
            }
        }
    }

    private void compared(CelExpr.CelCall call) {
        List<CelExpr> sides = new ArrayList<>();
        call.target().ifPresent(sides::add);
        sides.addAll(call.args());
        if (sides.size() != 2) {
            return;
        }
        CelExpr left = sides.getFirst();
        CelExpr right = sides.getLast();
        switch (call.function()) {
            case "_<_", "_>=_" -> ordered(left, right, "at least ", "below ");
            case "_>_", "_<=_" -> ordered(left, right, "above ", "at most ");
            case "_==_", "_!=_" -> equated(left, right);
            case "@in" -> member(left, right);
            case "contains", "startsWith", "endsWith" -> text(left, right);
            case ConditionLanguage.LEVEL_AT_LEAST ->
                    ranked(left, right, labels(IdentityLevel.values()));
            case ConditionLanguage.RISK_AT_LEAST -> ranked(left, right, labels(RiskLevel.values()));
            default -> {}
        }
    }

    /** {@code upper} and {@code lower} are the words for either side, as the left one sees it. */
    private void ordered(CelExpr left, CelExpr right, String upper, String lower) {
        Optional<Double> limit = number(right);
        if (limit.isEmpty()) {
            number(left).ifPresent(it -> sides(right, it, mirrored(upper), mirrored(lower)));
        } else {
            sides(left, limit.get(), upper, lower);
        }
    }

    private static String mirrored(String words) {
        return switch (words) {
            case "at least " -> "at most ";
            case "at most " -> "at least ";
            case "above " -> "below ";
            default -> "above ";
        };
    }

    private void sides(CelExpr input, double limit, String one, String other) {
        side(input, limit, one);
        side(input, limit, other);
    }

    private void side(CelExpr input, double limit, String words) {
        double step = limit == Math.rint(limit) && limit > 1 ? WHOLE : FRACTION;
        double value =
                switch (words) {
                    case "below " -> limit - step;
                    case "above " -> limit + step;
                    default -> limit;
                };
        boolean isUpper = words.equals("at least ") || words.equals("above ");
        Optional<Object> now = proposals.now(input);
        boolean isThere =
                now.isPresent()
                        && now.get() instanceof Double number
                        && (isUpper ? number >= value : number <= value);
        if (!isThere) {
            double size =
                    now.isPresent() && now.get() instanceof Double number
                            ? Change.distance(number, value)
                            : Change.ANOTHER_WORD;
            proposals.propose(input, value, words + Figures.amount(limit), size);
        }
    }

    private void equated(CelExpr left, CelExpr right) {
        boolean isLiteral = right.getKind() == CelExpr.ExprKind.Kind.CONSTANT;
        CelExpr input = isLiteral ? left : right;
        CelExpr literal = isLiteral ? right : left;
        if (literal.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            literal(input, literal.constant());
            vocabulary(input);
        }
    }

    private void literal(CelExpr input, CelConstant constant) {
        switch (constant.getKind()) {
            case STRING_VALUE ->
                    proposals.propose(
                            input,
                            constant.stringValue(),
                            "`" + constant.stringValue() + "`",
                            Change.ANOTHER_WORD);
            case BOOLEAN_VALUE ->
                    proposals.propose(
                            input,
                            constant.booleanValue(),
                            String.valueOf(constant.booleanValue()),
                            Change.ANOTHER_WORD);
            case INT64_VALUE -> exactly(input, (double) constant.int64Value());
            case DOUBLE_VALUE -> exactly(input, constant.doubleValue());
            case NOT_SET,
                    NULL_VALUE,
                    UINT64_VALUE,
                    BYTES_VALUE,
                    DURATION_VALUE,
                    TIMESTAMP_VALUE -> {}
        }
    }

    private void exactly(CelExpr input, double value) {
        proposals.propose(input, value, Figures.amount(value), Change.ANOTHER_WORD);
    }

    /** Where only a few words are possible, each of them. */
    private void vocabulary(CelExpr input) {
        if (input.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            CelExpr.CelSelect select = input.select();
            String owner = condition.ast().getTypeOrThrow(select.operand().id()).name();
            SituationTypes.Field field = SituationTypes.fieldsOf(owner).get(select.field());
            List<String> words = field == null ? List.of() : field.words();
            words.forEach(it -> proposals.propose(input, it, "`" + it + "`", Change.ANOTHER_WORD));
        }
    }

    private void member(CelExpr element, CelExpr list) {
        if (list.getKind() == CelExpr.ExprKind.Kind.LIST) {
            list.list().elements().stream()
                    .filter(it -> it.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                    .forEach(it -> literal(element, it.constant()));
            vocabulary(element);
        } else {
            proposals.propose(list, List.of(), "empty", Change.ANOTHER_WORD);
            text(list, element);
        }
    }

    /** A text that contains the literal is the literal itself; a list of texts gets it added. */
    private void text(CelExpr input, CelExpr literal) {
        boolean isText =
                literal.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && literal.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (isText) {
            String text = literal.constant().stringValue();
            proposals.propose(input, text, "`" + text + "`", Change.ANOTHER_WORD);
        }
    }

    private void ranked(CelExpr input, CelExpr least, List<String> ranks) {
        int rank = ranks.indexOf(least.constant().stringValue());
        int now = proposals.now(input).map(ranks::indexOf).orElse(-1);
        double size = now < 0 ? Change.ANOTHER_WORD : Math.abs(now - rank) / (double) ranks.size();
        if (now < rank) {
            proposals.propose(input, ranks.get(rank), "at least `" + ranks.get(rank) + "`", size);
        }
        if (rank > 0 && (now < 0 || now >= rank)) {
            proposals.propose(input, ranks.get(rank - 1), "below `" + ranks.get(rank) + "`", size);
        }
    }

    private static Optional<Double> number(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return Optional.empty();
        }
        return switch (expression.constant().getKind()) {
            case INT64_VALUE -> Optional.of((double) expression.constant().int64Value());
            case DOUBLE_VALUE -> Optional.of(expression.constant().doubleValue());
            case NOT_SET,
                    NULL_VALUE,
                    BOOLEAN_VALUE,
                    UINT64_VALUE,
                    STRING_VALUE,
                    BYTES_VALUE,
                    DURATION_VALUE,
                    TIMESTAMP_VALUE ->
                    Optional.empty();
        };
    }

    private static List<String> labels(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Labels::of).toList();
    }
}
