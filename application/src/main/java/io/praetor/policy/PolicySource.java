package io.praetor.policy;

/** The text of a policy file and the name that messages call it by. */
public record PolicySource(String file, String text) {}
