package io.praetor.policy.reading;

import io.praetor.policy.Condition;
import io.praetor.policy.Rule;
import io.praetor.policy.Target;
import io.praetor.policy.TrustTest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Compares how much two rules match, erring towards "not wider". */
final class Width {
    private Width() {}

    /** True where {@code wider} surely matches whatever {@code rule} matches. */
    static boolean covers(Rule wider, Rule rule) {
        Target outer = wider.target();
        Target inner = rule.target();
        return covers(outer.actions(), inner.actions())
                && covers(outer.roles(), inner.roles())
                && covers(outer.kinds(), inner.kinds())
                && coversResources(outer.resources(), inner.resources())
                && coversTrust(wider.trust(), rule.trust())
                && (wider.when().isEmpty() || text(wider).equals(text(rule)));
    }

    static boolean sameAs(Rule one, Rule other) {
        return one.target().actions().equals(other.target().actions())
                && one.target().roles().equals(other.target().roles())
                && one.target().kinds().equals(other.target().kinds())
                && new HashSet<>(one.target().resources())
                        .equals(new HashSet<>(other.target().resources()))
                && one.trust().equals(other.trust())
                && text(one).equals(text(other));
    }

    private static Optional<String> text(Rule rule) {
        return rule.when().map(Condition::source);
    }

    /** An empty set stands for everything. */
    private static boolean covers(Collection<?> outer, Collection<?> inner) {
        return outer.isEmpty() || (!inner.isEmpty() && outer.containsAll(inner));
    }

    private static boolean coversResources(List<String> outer, List<String> inner) {
        return outer.isEmpty()
                || (!inner.isEmpty()
                        && inner.stream()
                                .allMatch(
                                        glob ->
                                                outer.stream()
                                                        .anyMatch(wide -> coversGlob(wide, glob))));
    }

    /** {@code x**} covers whatever begins with x; other wildcards only themselves. */
    private static boolean coversGlob(String outer, String inner) {
        if (outer.equals(inner)) {
            return true;
        }
        String prefix = outer.endsWith("**") ? outer.substring(0, outer.length() - 2) : "*";
        return prefix.indexOf('*') < 0 && inner.startsWith(prefix);
    }

    private static boolean coversTrust(Optional<TrustTest> outer, Optional<TrustTest> inner) {
        if (outer.isEmpty() || outer.equals(inner)) {
            return true;
        }
        return inner.isPresent() && coversTrust(outer.get(), inner.get());
    }

    private static boolean coversTrust(TrustTest outer, TrustTest inner) {
        return switch (outer) {
            case TrustTest.AtLeast(double least) ->
                    inner instanceof TrustTest.AtLeast(double more) && least <= more;
            case TrustTest.Below(double most) ->
                    inner instanceof TrustTest.Below(double less) && most >= less;
        };
    }
}
