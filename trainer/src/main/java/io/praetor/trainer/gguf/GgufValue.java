package io.praetor.trainer.gguf;

import java.util.List;

/** A value under a key of a GGUF file. */
public sealed interface GgufValue {
    /** The number that says which sort follows. */
    int type();

    /** Unsigned, up to 2^31 - 1. */
    record Unsigned(int value) implements GgufValue {
        @Override
        public int type() {
            return 4;
        }
    }

    record Real(float value) implements GgufValue {
        @Override
        public int type() {
            return 6;
        }
    }

    record Truth(boolean value) implements GgufValue {
        @Override
        public int type() {
            return 7;
        }
    }

    record Text(String value) implements GgufValue {
        @Override
        public int type() {
            return 8;
        }
    }

    record Texts(List<String> values) implements GgufValue {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public int type() {
            return ARRAY;
        }
    }

    record Integers(List<Integer> values) implements GgufValue {
        public Integers {
            values = List.copyOf(values);
        }

        @Override
        public int type() {
            return ARRAY;
        }
    }

    int ARRAY = 9;

    /** The sort of the elements of {@link Integers}: signed, 32 bits. */
    int SIGNED = 5;
}
