package io.praetor.policy.reading;

import io.praetor.policy.PolicyHash;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Kind;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.util.Optional;

/** Reads which policy a file holds, and computes the hash of this version. */
final class HeaderBinder {
    private HeaderBinder() {}

    static PolicyHeader bind(Fields top, String text, Problems problems) {
        Optional<Scalar> id =
                top.scalar("policy").filter(name -> Names.isId("policy", name, problems));
        Optional<String> parent = top.scalar("parent").flatMap(hash -> parent(hash, problems));
        return new PolicyHeader(
                id.map(Scalar::text).orElse(""),
                version(top),
                PolicyHash.of(parent, text),
                parent,
                top.text("reason").orElse(""),
                top.text("approver"));
    }

    /** As it is written: {@code 1.10} is no number here. */
    private static String version(Fields top) {
        return top.node("version").orElse(null) instanceof Scalar number
                        && number.kind() == Kind.NUMBER
                ? number.text()
                : top.text("version").orElse("");
    }

    private static Optional<String> parent(Scalar hash, Problems problems) {
        if (PolicyHash.isHash(hash.text())) {
            return Optional.of(hash.text());
        }
        problems.error(
                hash.position(),
                "`parent` is the hash of the version before, 64 lower-case hex digits");
        return Optional.empty();
    }
}
