package io.praetor.adapters.llamacpp;

import java.util.Arrays;
import java.util.Optional;

/** How the weights of a model file are stored, with the number that llama.cpp 0.5.0 gives it. */
public enum Quantisation {
    F32(0),
    F16(1),
    Q4_0(2),
    Q4_1(3),
    Q8_0(7),
    Q5_0(8),
    Q5_1(9),
    Q2_K(10),
    Q3_K_S(11),
    Q3_K_M(12),
    Q3_K_L(13),
    Q4_K_S(14),
    Q4_K_M(15),
    Q5_K_S(16),
    Q5_K_M(17),
    Q6_K(18),
    IQ4_NL(25),
    IQ4_XS(30),
    BF16(32);

    private final int number;

    Quantisation(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<Quantisation> of(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
