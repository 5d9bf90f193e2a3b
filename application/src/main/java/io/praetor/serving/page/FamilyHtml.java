package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.governance.FamilyRecord;
import io.praetor.governance.OwnerTasks;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.control.GateEvidence;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.Member;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.RolloutAction;
import io.praetor.rollout.life.StateKind;
import io.praetor.rollout.life.VersionState;
import io.praetor.serving.governance.VersionJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A family on the rollout board.
 *
 * @param at the instant that gates are judged for
 */
record FamilyHtml(FamilyRecord record, Instant at) {
    /** More of its past is what the command line is for. */
    static final int CHANGES_SHOWN = 20;

    private static final int ID_SHOWN = 12;

    /**
     * The family with its versions, each under its stage.
     *
     * @param changes newest first
     * @param refusals newest first
     * @param trust of a version, newest first
     */
    Html html(
            List<Change> changes,
            List<RefusedChange> refusals,
            Function<VersionId, List<TrustSnapshot>> trust) {
        String id = record.family().id();
        return Shown.section(
                "family-" + id,
                record.family().name(),
                element(
                        "p",
                        type("facts"),
                        text(
                                "%s \u00b7 tier %s \u00b7 owner %s \u00b7 "
                                        .formatted(
                                                id,
                                                record.family().riskTier(),
                                                record.family().owner())),
                        element("strong", text(record.state().heads().status().name()))),
                Shown.list(OwnerTasks.of(record)),
                element(
                        "div",
                        type("columns"),
                        Html.each(
                                record.versions(),
                                version -> version(version, changes, trust.apply(version.id())))),
                element("h3", text("Changes")),
                Html.each(changes, FamilyHtml::change),
                refusals.isEmpty() ? Html.NONE : element("h3", text("Refused")),
                Html.each(refusals.stream().limit(CHANGES_SHOWN).toList(), FamilyHtml::refusal));
    }

    private Html version(Version version, List<Change> changes, List<TrustSnapshot> trust) {
        @Nullable Member member = record.state().members().get(version.id());
        boolean isDefault =
                record.state().heads().defaultVersion().filter(version.id()::equals).isPresent();
        return element(
                "div",
                type("column"),
                element(
                        "h3",
                        text(version.tag() + " "),
                        isDefault ? element("span", "tag", "default") : Html.NONE),
                element(
                        "p",
                        text(member == null ? "no state" : member.state().label()),
                        text(" \u00b7 "),
                        element("code", text(shortened(version.id())))),
                member == null ? Html.NONE : why(version, member, changes),
                element("p", "hint", version.reasoning()),
                TrustPlot.of(trust, record.family().config().thresholds()),
                member == null ? Html.NONE : gates(version, member));
    }

    /** What took its autonomy, where something did. */
    private static Html why(Version version, Member member, List<Change> changes) {
        boolean isStopped =
                member.state().kind() == StateKind.QUARANTINED
                        || member.state().kind() == StateKind.ROLLED_BACK;
        Optional<Change> last =
                changes.stream()
                        .filter(change -> change.target().label().contains(version.id().value()))
                        .findFirst();
        return isStopped
                ? Html.maybe(
                        last,
                        change ->
                                element(
                                        "p",
                                        type("wrong"),
                                        Shown.quoted(
                                                "%s by %s: %s"
                                                        .formatted(
                                                                change.action(),
                                                                change.by().name(),
                                                                change.reason())),
                                        Shown.list(change.evidence())))
                : Html.NONE;
    }

    private Html gates(Version version, Member member) {
        Optional<RolloutAction> next = VersionJson.next(member);
        List<GateOutcome> gates =
                next.map(action -> new GateEvidence(record).of(action, version.id(), at))
                        .orElse(List.of());
        return next.isEmpty()
                ? Html.NONE
                : Html.all(
                        element("p", text("Next: " + next.get() + (gates.isEmpty() ? "" : ", if"))),
                        element("ul", type("gates"), Html.each(gates, FamilyHtml::gate)));
    }

    private static Html gate(GateOutcome gate) {
        return element(
                "li",
                element(
                        "span",
                        "tag gate-" + gate.answer().name().toLowerCase(Locale.ROOT),
                        gate.answer().name().toLowerCase(Locale.ROOT)),
                text(
                        " %s: value %s, bound %s, limit %s"
                                .formatted(
                                        Shown.words(gate.gate().name().toLowerCase(Locale.ROOT)),
                                        figure(gate.value()),
                                        figure(gate.bound()),
                                        Shown.figure(gate.limit()))));
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? Shown.figure(value.getAsDouble()) : "unknown";
    }

    private static Html change(Change change) {
        return element(
                "details",
                element(
                        "summary",
                        text("%d ".formatted(change.sequence())),
                        Shown.time(change.at()),
                        text(
                                " %s %s%s by %s"
                                        .formatted(
                                                change.action(),
                                                change.from()
                                                        .map(it -> it.label() + " \u2192 ")
                                                        .orElse(""),
                                                change.to().map(VersionState::label).orElse(""),
                                                change.by().name()))),
                element(
                        "dl",
                        Shown.row("Target", text(change.target().label())),
                        Shown.row("Why", text(change.reason())),
                        Shown.row("Approved by", change.approvedBy()),
                        Shown.row("Hash", element("code", text(change.hash())))),
                Shown.list(change.evidence()));
    }

    private static Html refusal(RefusedChange refused) {
        return element(
                "details",
                element(
                        "summary",
                        text("%d ".formatted(refused.number())),
                        Shown.time(refused.at()),
                        text(
                                " %s asked for by %s: %s"
                                        .formatted(
                                                refused.action(),
                                                refused.requestedBy(),
                                                refused.message()))),
                element(
                        "ul",
                        attribute("class", "gates"),
                        Html.each(refused.gates(), FamilyHtml::gate)));
    }

    private static String shortened(VersionId id) {
        return id.value().substring(0, Math.min(ID_SHOWN, id.value().length()));
    }
}
