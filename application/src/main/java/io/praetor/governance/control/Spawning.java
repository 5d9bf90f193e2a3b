package io.praetor.governance.control;

import io.praetor.governance.Version;

/** A candidate to be taken into a family, with what it was tested by. */
public record Spawning(Version candidate, SuiteResult suite) {}
