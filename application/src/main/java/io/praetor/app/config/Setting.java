package io.praetor.app.config;

import java.util.Locale;

/** Every setting there is: its key in {@code praetor.yaml} and its variable. */
enum Setting {
    POLICY("policy"),
    DATA("data", "PRAETOR_HOME"),
    SERVER_HOST("server.host"),
    SERVER_PORT("server.port"),
    SERVER_TOKENS("server.tokens"),
    SERVER_TLS_CERTIFICATES("server.tls-certificates"),
    SERVER_TLS_KEY("server.tls-key"),
    SERVER_PUBLIC_URL("server.public-url"),
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
    LOG_WAIT("log.wait-millis-max"),
    REASONING_BY("reasoning.by"),
    PROMPT_VARIANT("prompt.variant"),
    EMBEDDINGS("embeddings"),
    MODEL_PATH("model.path"),
    MODEL_LIBRARY("model.library"),
    MODEL_SHA256("model.sha256"),
    MODEL_GPU_LAYERS("model.gpu-layers"),
    MODEL_THREADS("model.threads"),
    MODEL_URL("model.url"),
    MODEL_API("model.api"),
    MODEL_NAME("model.name"),
    MODEL_TOKEN_FILE("model.token-file"),
    MODEL_CONTEXT("model.context-tokens"),
    MODEL_MODE("model.mode"),
    MODEL_TIME("model.time-millis-max"),
    MODEL_QUEUE("model.queue-max"),
    REVIEW_RANDOM("review.random-percent"),
    REVIEW_BLIND("review.blind-percent"),
    REVIEW_KNOWN("review.known-percent"),
    REVIEW_SECOND("review.second-percent"),
    REVIEW_CLAIM("review.claim-minutes"),
    PATTERNS_HALF_LIFE("patterns.half-life-days"),
    GOVERNANCE_STORE("governance.store"),
    GOVERNANCE_URL("governance.url"),
    GOVERNANCE_USER("governance.user"),
    GOVERNANCE_PASSWORD("governance.password-file");

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
