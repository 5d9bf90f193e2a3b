package io.praetor.situation;

/** What sort of subject acts, told from the prefix of its id. */
public enum ActorKind {
    HUMAN,
    BOT,
    AGENT,
    /** Anything else that has an identity, such as a Web4 LCT. */
    ENTITY;

    /** The kind that the prefix of {@code id} stands for: {@code user:}, {@code bot:}, ... */
    public static ActorKind ofId(String id) {
        int colon = id.indexOf(':');
        return switch (colon < 0 ? "" : id.substring(0, colon)) {
            case "user", "human" -> HUMAN;
            case "bot" -> BOT;
            case "agent" -> AGENT;
            default -> ENTITY;
        };
    }

    public String label() {
        return Labels.of(this);
    }
}
