package io.praetor.adapters.http;

/** A token that must never be shown: whatever prints it prints a placeholder. */
public final class Secret {
    private final String value;

    /**
     * @param value printable ASCII without spaces, as a header can carry it
     */
    public Secret(String value) {
        if (!value.matches("[!-~]+")) {
            throw new IllegalArgumentException("a token is printable ASCII without spaces");
        }
        this.value = value;
    }

    String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
