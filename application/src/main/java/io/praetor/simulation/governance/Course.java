package io.praetor.simulation.governance;

import static io.praetor.simulation.governance.World.CHANGE;

/** How a version does from episode to episode and place to place. */
interface Course {
    /** From healthy to failed takes so many episodes where it drifts. */
    int DRIFT = 1_000;

    Behaviour at(int episode, int place);

    static Course healthy() {
        return (_, _) -> Behaviour.HEALTHY;
    }

    /** Healthy until the change, and so ever after. */
    static Course changingTo(Behaviour after) {
        return (episode, _) -> episode < CHANGE ? Behaviour.HEALTHY : after;
    }

    static Course drifting() {
        return (episode, _) -> {
            double way = Math.clamp((episode - CHANGE) / (double) DRIFT, 0, 1);
            return Behaviour.HEALTHY.towards(Behaviour.FAILED, way);
        };
    }

    /** One wrong allow, in the episode of the change. */
    static Course oneWrongAllow() {
        return (episode, _) -> episode == CHANGE ? Behaviour.WRONG_ALLOW : Behaviour.HEALTHY;
    }

    static Course failingIn(int bad) {
        return (episode, place) ->
                episode >= CHANGE && place == bad ? Behaviour.FAILED : Behaviour.HEALTHY;
    }
}
