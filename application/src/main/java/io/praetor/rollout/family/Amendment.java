package io.praetor.rollout.family;

import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.VersionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A change that passed, on its way to its place in the chain. */
record Amendment(
        FamilyState family,
        ChangeRequest asked,
        Optional<VersionState> to,
        Heads heads,
        List<GateOutcome> gates) {
    /** So far it changes nothing. */
    static Amendment of(FamilyState family, ChangeRequest asked) {
        return new Amendment(
                family,
                asked,
                asked.target().subject().flatMap(family::stateOf),
                family.heads(),
                List.of());
    }

    Amendment to(Optional<VersionState> state) {
        return new Amendment(family, asked, state, heads, gates);
    }

    Amendment heads(Heads after) {
        return new Amendment(family, asked, to, after, gates);
    }

    Amendment judgedBy(List<GateOutcome> passed) {
        return new Amendment(family, asked, to, heads, passed);
    }

    Ruling.Changed made() {
        List<String> evidence = new ArrayList<>();
        gates.forEach(gate -> evidence.add(line(gate)));
        evidence.addAll(asked.grounds());
        Change change =
                new Change(
                                family.id(),
                                family.revision() + 1,
                                asked.at(),
                                asked.request().action(),
                                asked.target(),
                                asked.target().subject().flatMap(family::stateOf),
                                to,
                                asked.request().by(),
                                asked.request().approvedBy(),
                                asked.request().reason(),
                                evidence,
                                asked.grant(),
                                family.heads(),
                                heads,
                                family.hash(),
                                "")
                        .sealed();
        return new Ruling.Changed(change, ChangeLedger.apply(family, change));
    }

    private static String line(GateOutcome gate) {
        return "%s %s value %s bound %s limit %s"
                .formatted(
                        gate.gate(),
                        gate.answer(),
                        figure(gate.value()),
                        figure(gate.bound()),
                        figure(OptionalDouble.of(gate.limit())));
    }

    private static String figure(OptionalDouble number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.4g", number.getAsDouble()) : "-";
    }
}
