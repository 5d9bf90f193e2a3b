package io.praetor.decision;

import io.praetor.policy.Obligation;
import io.praetor.situation.Situation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The id of an obligation: the first 128 bits of a SHA-256, in hex.
 *
 * <p>It covers clause, kind, count, actor, action, parameters and resource, every text with its
 * length before it, so an approval that names the id cannot be carried to another request.
 */
final class ObligationId {
    private static final int BYTES = 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ObligationId() {}

    static String of(Obligation obligation, Situation situation) {
        ObligationId id = new ObligationId();
        id.add(obligation.clause().value());
        switch (obligation) {
            case Obligation.SecondFactor _ -> id.add("mfa");
            case Obligation.HumanReview _ -> id.add("human");
            case Obligation.Attestation attestation -> {
                id.add("attestation " + attestation.by().label());
                id.add((double) attestation.count());
            }
        }
        id.add(situation.actor().id());
        id.add(situation.action().type());
        id.add(situation.resource().id());
        id.add(situation.action().parameters().values());
        return id.digest();
    }

    private void add(@Nullable Object value) {
        switch (value) {
            case null -> bytes.write('n');
            case String text -> {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                tag('s', encoded.length);
                bytes.writeBytes(encoded);
            }
            case Double number -> {
                bytes.write('d');
                bytes.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
            }
            case Boolean bool -> bytes.write(bool ? 't' : 'f');
            case List<?> list -> {
                tag('l', list.size());
                list.forEach(this::add);
            }
            case Map<?, ?> map -> {
                tag('m', map.size());
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                map.forEach((key, element) -> sorted.put((String) key, element));
                sorted.forEach(
                        (key, element) -> {
                            add(key);
                            add(element);
                        });
            }
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    private void tag(char kind, int size) {
        bytes.write(kind);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(size).array());
    }

    private String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
