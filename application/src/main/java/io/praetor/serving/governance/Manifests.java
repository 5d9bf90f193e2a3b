package io.praetor.serving.governance;

import io.praetor.governance.Manifest;
import io.praetor.governance.Version;
import io.praetor.governance.control.SuiteResult;
import io.praetor.rollout.evidence.VersionId;
import java.time.Instant;
import java.util.Optional;

/** Versions as clients send them. */
final class Manifests {
    private Manifests() {}

    /** Throws IllegalArgumentException where the domain does not take it. */
    static Version version(Form form, String family, String person, Instant at) {
        Manifest manifest = new Manifest(form.object("manifest").allTexts());
        return new Version(
                manifest.id(),
                family,
                form.text("policy_id"),
                form.text("version_tag"),
                form.optional("parent_version_id").map(VersionId::new),
                manifest,
                form.text("reasoning"),
                person,
                at);
    }

    static SuiteResult suite(Form form) {
        if (!form.has("suite")) {
            return SuiteResult.NONE;
        }
        Form suite = form.object("suite");
        return new SuiteResult(
                suite.whole("passed").orElse(0),
                suite.whole("total").orElse(0),
                suite.whole("wrong_allows").orElse(0),
                suite.text("report_sha256"));
    }

    static Optional<VersionId> versionId(Form form, String name) {
        return form.optional(name).filter(it -> !it.isBlank()).map(VersionId::new);
    }
}
