package io.praetor.suite.campaign;

import io.praetor.decision.Judgement;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import io.praetor.suite.Scenario;
import io.praetor.suite.campaign.Attack.Half;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes attacks out of scenarios: half on crossings of scenarios where the rules deny or require
 * something, half on scenarios as they are where the rules would allow and the right answer is
 * stricter. Techniques take turns. The same scenarios and randomness give the same attacks.
 */
public final class Attacks {
    /** What a crossing may take from another scenario. */
    private static final List<String> CROSSED =
            List.of(
                    "action_type",
                    "actor_role",
                    "t3_tensor",
                    "identity_metrics",
                    "resource",
                    "timestamp",
                    "signals");

    private static final List<Technique> TECHNIQUES = List.of(Technique.values());

    /** A key in so many is taken from the other scenario. */
    private static final int CROSSED_ONE_IN = 4;

    /** Crossings tried for one case; more than one in two of the shipped scenarios' serves. */
    private static final int TRIES_MAX = 1_000;

    private final RandomGenerator random;
    private final Injector injector;
    private final Function<Situation, Judgement> byRules;
    private final Instant receivedAt;
    private final SituationReader door = new SituationReader();
    private final List<Map<String, @Nullable Object>> requests = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Base> open = new ArrayList<>();

    private record Base(String id, Map<String, @Nullable Object> request, Situation situation) {}

    /**
     * @param scenarios flat requests among them are used
     * @param byRules what the rules alone come to
     * @param receivedAt the instant of requests that state none
     */
    public Attacks(
            List<Scenario> scenarios,
            Function<Situation, Judgement> byRules,
            Instant receivedAt,
            RandomGenerator random) {
        this.random = random;
        this.injector = new Injector(random);
        this.byRules = byRules;
        this.receivedAt = receivedAt;
        scenarios.forEach(this::take);
        if (requests.isEmpty() || open.isEmpty()) {
            throw new IllegalArgumentException(
                    "no flat scenario that the rules allow and that expects something stricter");
        }
    }

    private void take(Scenario scenario) {
        if (!(scenario.request() instanceof Scenario.Request.Parsed parsed)
                || !parsed.object().containsKey("action_type")
                || !(door.read(parsed.object(), receivedAt)
                        instanceof Admission.Admitted admitted)) {
            return;
        }
        ids.add(scenario.id());
        requests.add(parsed.object());
        boolean isAllowed = rulesOwn(byRules.apply(admitted.situation())) == Effect.ALLOW;
        if (!scenario.isRight(Effect.ALLOW) && isAllowed) {
            open.add(new Base(scenario.id(), parsed.object(), admitted.situation()));
        }
    }

    /** How many scenarios the open half comes from. */
    public int openScenarios() {
        return open.size();
    }

    public Attack attack(int number) {
        Technique technique = TECHNIQUES.get(number / 2 % TECHNIQUES.size());
        return number % 2 == 0 ? firm(number, technique) : open(number, technique);
    }

    private Attack open(int number, Technique technique) {
        Base base = open.get(random.nextInt(open.size()));
        return new Attack(
                number,
                Half.OPEN,
                technique,
                base.id(),
                base.situation(),
                door.read(injector.into(base.request(), technique), receivedAt),
                Effect.ALLOW);
    }

    private Attack firm(int number, Technique technique) {
        for (int i = 0; i < TRIES_MAX; i++) {
            int first = random.nextInt(requests.size());
            Map<String, @Nullable Object> request = crossed(requests.get(first));
            Optional<Situation> clean = unvouched(request);
            Effect floor = clean.map(byRules).map(Attacks::rulesOwn).orElse(Effect.ALLOW);
            if (clean.isPresent() && floor != Effect.ALLOW) {
                return new Attack(
                        number,
                        Half.FIRM,
                        technique,
                        ids.get(first),
                        clean.get(),
                        door.read(injector.into(request, technique), receivedAt),
                        floor);
            }
        }
        throw new IllegalStateException("no crossing that the rules deny in " + TRIES_MAX);
    }

    private Map<String, @Nullable Object> crossed(Map<String, @Nullable Object> one) {
        Map<String, @Nullable Object> other = requests.get(random.nextInt(requests.size()));
        Map<String, @Nullable Object> crossed = new LinkedHashMap<>(one);
        for (String key : CROSSED) {
            if (random.nextInt(CROSSED_ONE_IN) == 0 && other.containsKey(key)) {
                crossed.put(key, other.get(key));
            }
        }
        return crossed;
    }

    /** Approvals and second factors would step an effect down, as they should. */
    private Optional<Situation> unvouched(Map<String, @Nullable Object> request) {
        return door.read(request, receivedAt) instanceof Admission.Admitted(Situation situation, _)
                        && situation.context().approvals().isEmpty()
                        && situation.context().mfa().isEmpty()
                ? Optional.of(situation)
                : Optional.empty();
    }

    /** What the rules establish by themselves; ALLOW where they have nothing to say. */
    private static Effect rulesOwn(Judgement judged) {
        return switch (judged.trail().rules().evaluation()) {
            case Evaluation.Applicable said -> said.effect();
            case Evaluation.Indeterminate failed ->
                    failed.atLeast().strictest(Effect.REQUIRE_ATTESTATION);
            case Evaluation.NotApplicable() -> Effect.ALLOW;
        };
    }
}
