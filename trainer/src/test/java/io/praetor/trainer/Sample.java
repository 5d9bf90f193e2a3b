package io.praetor.trainer;

import io.praetor.app.Policies;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample policy as it ships. */
public final class Sample {
    private static final Path POLICY = Path.of("../policies/team-default.yaml");

    private Sample() {}

    public static PolicySet policy() {
        try {
            return new Policies()
                    .require(List.of(new PolicySource("policy", Files.readString(POLICY))))
                    .standard();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
