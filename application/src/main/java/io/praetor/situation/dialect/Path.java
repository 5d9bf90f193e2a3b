package io.praetor.situation.dialect;

/** A place in a request; cheap to walk, rendered only where something is refused. */
sealed interface Path {
    /** The request itself. */
    record Root() implements Path {
        @Override
        public String toString() {
            return "";
        }
    }

    /** A value in an object. */
    record Member(Path parent, String key) implements Path {
        @Override
        public String toString() {
            if (!Shown.isPlain(key)) {
                return parent + "[\"" + Shown.of(key) + "\"]";
            }
            return parent instanceof Root ? key : parent + "." + key;
        }
    }

    /** A value in a list. */
    record Element(Path parent, int index) implements Path {
        @Override
        public String toString() {
            return parent + "[" + index + "]";
        }
    }

    static Path root() {
        return new Root();
    }

    default Path key(String key) {
        return new Member(this, key);
    }

    default Path index(int index) {
        return new Element(this, index);
    }
}
