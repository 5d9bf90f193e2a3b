package io.praetor.log;

/**
 * What the records of one tally have in common.
 *
 * @param day days since 1970 in UTC
 * @param version the version that acted; empty where none did
 * @param path whose evaluation settled it; empty where nothing was decided
 * @param effect a label; empty where nothing was decided
 */
public record TallyKey(RecordKind kind, long day, String version, String path, String effect) {}
