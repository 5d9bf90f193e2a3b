package io.praetor.app.campaign;

import java.util.Collections;
import java.util.List;

/** What the callers ask in turn: single and in batches, allowed, held back, denied and refused. */
final class Requests {
    private static final int BATCH = 20;

    private static final String READ =
            """
            {"action_type":"read","actor_role":"member","actor_id":"user:ada"}""";
    private static final String DEPLOY =
            """
            {"action_type":"deploy","actor_role":"deployer","actor_id":"agent:ci-7",
             "resource":"env:production",
             "t3_tensor":{"competence":0.9,"reliability":0.9,"integrity":0.9}}""";
    private static final String DELETE =
            """
            {"action_type":"delete","actor_role":"observer","actor_id":"user:eve",
             "resource":"secret:keys"}""";
    private static final String REFUSED =
            """
            {"action_type":"read","actor_role":"member","actor_id":"user:ada",
             "t3_tensor":{"competence":NaN}}""";

    private static final List<String> IN_TURN =
            List.of(READ, batch(READ), DEPLOY, REFUSED, DELETE, READ, batch(DEPLOY), DELETE);

    private Requests() {}

    static String body(int turn) {
        return IN_TURN.get(Math.floorMod(turn, IN_TURN.size()));
    }

    private static String batch(String request) {
        return "[" + String.join(",", Collections.nCopies(BATCH, request)) + "]";
    }
}
