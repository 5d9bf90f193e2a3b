package io.praetor.reasoning.prompt;

import io.praetor.reasoning.Sha256;

/**
 * One way to put a question to a model: three texts with slots and how they are used. Immutable.
 */
public final class PromptVariant {
    private final String name;
    private final PromptManifest manifest;
    private final Template system;
    private final Template shared;
    private final Template situation;
    private final String version;

    PromptVariant(
            String name,
            PromptManifest manifest,
            Template system,
            Template shared,
            Template situation) {
        this.name = name;
        this.manifest = manifest;
        this.system = system;
        this.shared = shared;
        this.situation = situation;
        this.version =
                Sha256.of(
                        String.join(
                                "\n",
                                Sha256.of(system.source()),
                                Sha256.of(shared.source()),
                                Sha256.of(situation.source()),
                                manifest.situation().label(),
                                manifest.lead()));
    }

    public String name() {
        return name;
    }

    public PromptManifest manifest() {
        return manifest;
    }

    /**
     * Lower-case hex SHA-256 of everything that reaches the model. What people wrote beside it,
     * purpose and scores, is not in it.
     */
    public String version() {
        return version;
    }

    /** Who the model is told it is. */
    public String instruction() {
        return system.source();
    }

    Template system() {
        return system;
    }

    Template shared() {
        return shared;
    }

    Template situation() {
        return situation;
    }
}
