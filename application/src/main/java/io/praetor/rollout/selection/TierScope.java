package io.praetor.rollout.selection;

import io.praetor.rollout.life.Tier;
import io.praetor.situation.Environment;
import java.util.Set;

/**
 * Which action families a tier lets a live version decide. Each tier holds those before it.
 *
 * @param advisoryAlways families in which no version ever decides
 */
public record TierScope(
        Set<String> read,
        Set<String> writeAndCommit,
        Set<String> deploy,
        Set<String> advisoryAlways) {
    /** The families of the sample policy; seed 002 keeps admin actions advisory for good. */
    public static final TierScope DEFAULT =
            new TierScope(
                    Set.of("read"), Set.of("write", "commit"), Set.of("deploy"), Set.of("admin"));

    public TierScope {
        read = Set.copyOf(read);
        writeAndCommit = Set.copyOf(writeAndCommit);
        deploy = Set.copyOf(deploy);
        advisoryAlways = Set.copyOf(advisoryAlways);
    }

    public boolean covers(Tier tier, String family, Environment environment) {
        if (advisoryAlways.contains(family)) {
            return false;
        }
        return switch (tier) {
            case READ -> read.contains(family);
            case WRITE_AND_COMMIT -> isWithinWrite(family);
            case DEPLOY_OUTSIDE_PRODUCTION ->
                    isWithinWrite(family)
                            || (deploy.contains(family) && isKnownOutsideProduction(environment));
            case DEPLOY -> isWithinWrite(family) || deploy.contains(family);
            case EVERYTHING -> true;
        };
    }

    private boolean isWithinWrite(String family) {
        return read.contains(family) || writeAndCommit.contains(family);
    }

    /** A deploy that names no environment may well be one into production. */
    private static boolean isKnownOutsideProduction(Environment environment) {
        return switch (environment) {
            case STAGING, DEVELOPMENT -> true;
            case PRODUCTION, NONE -> false;
        };
    }
}
