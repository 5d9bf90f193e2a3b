package io.praetor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One question that every contender is asked.
 *
 * @param kind human or bot
 * @param trust far from every threshold of the ten rules, so that no borderline clause matters
 */
public record Ask(String role, String kind, String action, String resource, double trust) {
    private static final List<String> ROLES =
            List.of("admin", "developer", "deployer", "reviewer", "member", "visitor");
    private static final List<String> ACTIONS =
            List.of(
                    "read", "write", "commit", "review", "deploy", "rotate", "export", "restart",
                    "merge");
    private static final List<String> RESOURCES =
            List.of("docs:handbook", "repo:core", "env:staging", "env:production", "db:orders");
    private static final double[] TRUSTS = {0.3, 0.65, 0.95};

    /** The same questions in every run. */
    public static List<Ask> seeded(int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        List<Ask> asks = new ArrayList<>(count);
        while (asks.size() < count) {
            asks.add(
                    new Ask(
                            one(ROLES, random),
                            random.nextInt(4) == 0 ? "bot" : "human",
                            one(ACTIONS, random),
                            one(RESOURCES, random),
                            TRUSTS[random.nextInt(TRUSTS.length)]));
        }
        return asks;
    }

    /** The id of an actor of this kind, as the flat dialect wants it. */
    public String actor() {
        return (kind.equals("bot") ? "bot:" : "user:") + role;
    }

    /** What the ten rules permit, said once more in the plainest way: the contenders' judge. */
    public boolean isPermitted() {
        boolean admin = role.equals("admin");
        boolean deployer = admin || role.equals("deployer");
        boolean developer = admin || role.equals("developer");
        boolean reviewer = developer || role.equals("reviewer");
        return switch (action) {
            case "read" -> !role.equals("visitor");
            case "write" -> (reviewer && isUnder("docs:")) || (developer && trust >= 0.5);
            case "commit" -> developer && isUnder("repo:") && trust >= 0.5;
            case "review" -> reviewer && trust >= 0.5;
            case "deploy" -> deployer && (mayStage() || mayRelease());
            case "rotate" -> admin && trust >= 0.8 && kind.equals("human");
            case "export" -> admin && isUnder("db:") && trust >= 0.8;
            case "restart" -> deployer && isUnder("env:") && trust >= 0.5;
            default -> false;
        };
    }

    private boolean mayStage() {
        return resource.equals("env:staging") && trust >= 0.5;
    }

    private boolean mayRelease() {
        return resource.equals("env:production") && trust >= 0.8 && kind.equals("human");
    }

    private boolean isUnder(String prefix) {
        return resource.startsWith(prefix);
    }

    private static String one(List<String> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
