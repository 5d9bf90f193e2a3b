package io.praetor.bench.contender;

import io.praetor.bench.Ask;
import java.util.function.BooleanSupplier;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.Util;

/** jCasbin with its attribute-based model: a matcher over requests and policy lines. */
final class CasbinRules implements Contender {
    private final Enforcer enforcer;

    private CasbinRules(Enforcer enforcer) {
        this.enforcer = enforcer;
    }

    static CasbinRules load() {
        Util.enableLog = false;
        Model model = CoreEnforcer.newModel(Contender.file("casbin.conf"));
        Enforcer enforcer = new Enforcer(model);
        Contender.file("casbin.csv").lines().forEach(line -> add(enforcer, line));
        return new CasbinRules(enforcer);
    }

    private static void add(Enforcer enforcer, String line) {
        String[] parts = line.split(", ", 5);
        enforcer.addPolicy(parts[1], parts[2], parts[3], parts[4]);
    }

    @Override
    public String name() {
        return "jCasbin";
    }

    @Override
    public BooleanSupplier prepare(Ask ask) {
        Object[] request = {ask.role(), ask.kind(), ask.action(), ask.resource(), ask.trust()};
        return () -> enforcer.enforce(request);
    }
}
