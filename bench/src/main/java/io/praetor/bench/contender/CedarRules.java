package io.praetor.bench.contender;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import io.praetor.bench.Ask;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** cedar-java with its policy set cached beyond the native boundary, which is its fastest way. */
final class CedarRules implements Contender {
    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final Entities none = new Entities();
    private final PolicySet policies;

    private CedarRules(PolicySet policies) {
        this.policies = policies;
    }

    static CedarRules load() {
        try {
            PolicySet policies = PolicySet.parsePolicies(Contender.file("policies.cedar"));
            policies.cache();
            return new CedarRules(policies);
        } catch (InternalException | CacheException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "cedar-java, cached";
    }

    @Override
    public BooleanSupplier prepare(Ask ask) {
        Map<String, Value> context =
                Map.of(
                        "role", new PrimString(ask.role()),
                        "kind", new PrimString(ask.kind()),
                        "name", new PrimString(ask.resource()),
                        "trust", new PrimLong(Math.round(ask.trust() * 100)));
        AuthorizationRequest request =
                new AuthorizationRequest(
                        entity("User", ask.actor()),
                        entity("Action", ask.action()),
                        entity("Resource", ask.resource()),
                        context);
        return () -> isPermitted(request);
    }

    private boolean isPermitted(AuthorizationRequest request) {
        try {
            return engine.isAuthorized(request, policies, none).success.orElseThrow().isAllowed();
        } catch (AuthException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EntityUID entity(String type, String id) {
        return EntityTypeName.parse(type).orElseThrow().of(id);
    }
}
