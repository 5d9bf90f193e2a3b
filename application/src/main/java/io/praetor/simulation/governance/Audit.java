package io.praetor.simulation.governance;

import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.ChangeLedger;
import io.praetor.rollout.family.FamilyState;
import java.util.ArrayList;
import java.util.List;

/**
 * What an auditor finds who has nothing but the changes of families.
 *
 * @param families looked at
 * @param changes of all of them
 * @param astray families whose state is not what their changes make
 * @param unapproved changes only a person may make, without a person's approval
 * @param unnoticed alterations and omissions of a change that the chain did not show
 */
record Audit(long families, long changes, long astray, long unapproved, long unnoticed) {
    static final Audit NONE = new Audit(0, 0, 0, 0, 0);

    static Audit of(FamilyState founded, List<Change> changes, FamilyState family) {
        boolean same = ChangeLedger.replay(founded, changes).equals(family);
        return new Audit(
                1,
                changes.size(),
                same ? 0 : 1,
                changes.stream().filter(Audit::isUnapproved).count(),
                unnoticed(founded, changes, family));
    }

    static Audit of(Supervision supervision) {
        return of(supervision.founded(), supervision.changes(), supervision.family());
    }

    Audit plus(Audit other) {
        return new Audit(
                families + other.families,
                changes + other.changes,
                astray + other.astray,
                unapproved + other.unapproved,
                unnoticed + other.unnoticed);
    }

    /** Every increase of autonomy, and what only a person may grant. */
    private static boolean isUnapproved(Change change) {
        boolean needsPerson =
                switch (change.action()) {
                    case GENESIS, ADVANCE, PROMOTE, EXPAND, RESUME, SET_FALLBACK, GRANT -> true;
                    case SPAWN, PAUSE, ROLLBACK, DEPRECATE -> false;
                };
        return needsPerson && change.approvedBy().filter(name -> !name.isBlank()).isEmpty();
    }

    /** Alters each change in turn, and leaves each out; the last cannot be missed by a chain. */
    private static long unnoticed(FamilyState founded, List<Change> changes, FamilyState family) {
        long unnoticed = 0;
        for (int index = 0; index < changes.size(); index++) {
            List<Change> altered = new ArrayList<>(changes);
            altered.set(index, rewritten(changes.get(index)));
            unnoticed += isAccepted(founded, altered, family) ? 1 : 0;
            List<Change> shortened = new ArrayList<>(changes);
            shortened.remove(index);
            unnoticed += isAccepted(founded, shortened, family) ? 1 : 0;
        }
        return unnoticed;
    }

    private static boolean isAccepted(
            FamilyState founded, List<Change> changes, FamilyState family) {
        try {
            return ChangeLedger.replay(founded, changes).hash().equals(family.hash());
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private static Change rewritten(Change change) {
        return new Change(
                change.family(),
                change.sequence(),
                change.at(),
                change.action(),
                change.target(),
                change.from(),
                change.to(),
                change.by(),
                change.approvedBy(),
                change.reason() + " ",
                change.evidence(),
                change.grant(),
                change.before(),
                change.after(),
                change.previousHash(),
                change.hash());
    }
}
