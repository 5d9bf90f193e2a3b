package io.praetor.serving.http;

import io.praetor.serving.access.Access;
import io.praetor.serving.access.Authentication.Known;
import io.praetor.serving.access.Authentication.Unknown;
import io.praetor.serving.access.Authenticator;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.RateLimits;
import io.praetor.serving.http.Reply.Field;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.telemetry.Counter;
import io.praetor.serving.telemetry.Metrics;
import java.util.List;
import java.util.function.LongSupplier;

/** Lets callers through who may call a route, at the rate they may call it. Thread-safe. */
public final class Gate {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Authenticator authenticator;
    private final LocalHosts localHosts;
    private final RateLimits rates;
    private final RateLimits failures;
    private final Counter unauthenticated;
    private final Counter overRate;

    public Gate(
            Authenticator authenticator,
            LocalHosts localHosts,
            ServerLimits limits,
            LongSupplier nanoTicker,
            Metrics metrics) {
        this.authenticator = authenticator;
        this.localHosts = localHosts;
        this.rates = new RateLimits(limits.rate(), nanoTicker);
        this.failures = new RateLimits(limits.refusedRate(), nanoTicker);
        this.unauthenticated =
                metrics.counter(
                        "praetor_unauthenticated_total", "Requests turned away without a caller.");
        this.overRate =
                metrics.counter("praetor_rate_limited_total", "Requests over a client's rate.");
    }

    /** The gate's answer. */
    sealed interface Passage {
        record Open(Caller caller) implements Passage {}

        /**
         * @param fields that the answer carries beside the problem
         */
        record Closed(Problem problem, List<Field> fields) implements Passage {}
    }

    Passage pass(Access access, Peer peer) {
        if (!authenticator.asksForTokens() && !localHosts.admit(peer.host())) {
            return closed(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "this host name is not ours; without tokens we answer to localhost only");
        }
        return switch (access) {
            case Access.Open _ -> paced(Caller.ANONYMOUS, peer.address());
            case Access.Known _ -> known(peer);
            case Access.Holding holding ->
                    switch (known(peer)) {
                        case Passage.Closed closed -> closed;
                        case Passage.Open open -> holding(open, holding);
                    };
        };
    }

    private Passage known(Peer peer) {
        return switch (authenticator.of(peer.authorization())) {
            case Known known -> paced(known.caller(), known.caller().name());
            case Unknown unknown -> {
                unauthenticated.add();
                long wait = failures.take("address " + peer.address());
                yield wait > 0 ? tooMany(wait) : challenge(unknown, peer);
            }
        };
    }

    private Passage paced(Caller caller, String client) {
        long wait = rates.take(client);
        return wait > 0 ? tooMany(wait) : new Passage.Open(caller);
    }

    private Passage tooMany(long waitNanos) {
        overRate.add();
        long seconds = Math.ceilDiv(waitNanos, NANOS_PER_SECOND);
        return closed(
                HttpStatus.TOO_MANY_REQUESTS,
                "more requests than this client may send; wait " + seconds + " s",
                new Field("Retry-After", Long.toString(seconds)));
    }

    private static Passage challenge(Unknown unknown, Peer peer) {
        String error = peer.authorization().isPresent() ? ", error=\"invalid_token\"" : "";
        return closed(
                HttpStatus.UNAUTHORIZED,
                unknown.why(),
                new Field("WWW-Authenticate", "Bearer realm=\"praetor\"" + error));
    }

    private static Passage holding(Passage.Open open, Access.Holding holding) {
        if (open.caller().may(holding.scope())) {
            return open;
        }
        String scope = holding.scope().label();
        return closed(
                HttpStatus.FORBIDDEN,
                "the caller lacks the scope `" + scope + "`",
                new Field(
                        "WWW-Authenticate",
                        "Bearer realm=\"praetor\", error=\"insufficient_scope\", scope=\""
                                + scope
                                + "\""));
    }

    private static Passage closed(HttpStatus status, String detail, Field... fields) {
        return new Passage.Closed(Problem.of(status, detail), List.of(fields));
    }
}
