package io.praetor.serving.access;

import java.util.Set;

/**
 * Who sends a request to us: an enforcement point, not the actor it asks about.
 *
 * @param name as the token file or the transport names it; safe to log
 */
public record Caller(String name, Set<Scope> scopes) {
    /**
     * Anybody on this machine, where no tokens are configured: the sidecar's own platform, which
     * vouches for approvals as it would with a token. Reviewers there give a name, which is marked
     * as one that nobody vouched for.
     */
    public static final Caller LOCAL =
            new Caller("local", Set.of(Scope.DECIDE, Scope.VOUCH, Scope.REVIEW));

    /** A probe or a reader of public documents. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of());

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
