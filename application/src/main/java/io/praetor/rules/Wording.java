package io.praetor.rules;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The fragments that explain why a requirement is not met, with the figures. */
final class Wording {
    private Wording() {}

    static String role(@Nullable String role, Collection<String> allowed) {
        String names = String.join(", ", allowed.stream().sorted().toList());
        return role == null
                ? "role is unknown, and one of " + names + " is required"
                : "role `" + role + "` is not among " + names;
    }

    static String trust(double scalar, double threshold, boolean wantsLess) {
        String limit = Figures.share(threshold);
        if (Double.isNaN(scalar)) {
            return "trust is unknown, and "
                    + (wantsLess ? "below " : "at least ")
                    + limit
                    + " is required";
        }
        return "trust "
                + Figures.share(scalar)
                + (wantsLess ? " is not below " : " is below ")
                + limit;
    }

    static String atp(double available, double cost) {
        return "atp " + Figures.amount(available) + " is below the cost of " + Figures.amount(cost);
    }

    static String unknownAtp(double cost) {
        return "atp is unknown, and the action costs " + Figures.amount(cost);
    }
}
