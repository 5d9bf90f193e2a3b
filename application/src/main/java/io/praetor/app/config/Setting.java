package io.praetor.app.config;

import java.util.Locale;

/** Every setting there is: its key in {@code praetor.yaml} and its variable. */
enum Setting {
    POLICY("policy"),
    DATA("data", "PRAETOR_HOME"),
    SERVER_HOST("server.host"),
    SERVER_PORT("server.port"),
    SERVER_TOKENS("server.tokens"),
    SERVER_BODY("server.body-bytes-max"),
    SERVER_BATCH("server.batch-items-max"),
    SERVER_CONNECTIONS("server.connections-max"),
    SERVER_REQUESTS("server.requests-max"),
    SERVER_WORK("server.work-millis-max"),
    SERVER_DRAIN("server.drain-millis-max"),
    SERVER_RATE("server.rate-per-second-max"),
    LOG_DURABILITY("log.durability"),
    LOG_ON_FAILURE("log.on-failure"),
    LOG_KEY("log.key"),
    LOG_QUEUE("log.queue-records-max"),
    LOG_BATCH("log.batch-records-max"),
    LOG_WAIT("log.wait-millis-max");

    private final String key;
    private final String variable;

    Setting(String key) {
        this(key, "PRAETOR_" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
    }

    Setting(String key, String variable) {
        this.key = key;
        this.variable = variable;
    }

    /** Path of keys in the file, joined by dots. */
    String key() {
        return key;
    }

    /** Environment variable that overrides the file. */
    String variable() {
        return variable;
    }
}
