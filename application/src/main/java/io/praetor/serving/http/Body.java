package io.praetor.serving.http;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a request's body whole, or finds it too large. */
final class Body {
    /**
     * How much of a body that is too large is read and dropped, so that its sender comes to read
     * our answer instead of a broken connection. A sender of more than that has himself to blame.
     */
    static final int DROPPED_BYTES_MAX = 8 * 1024 * 1024;

    private static final int CHUNK_BYTES = 8 * 1024;
    private static final byte[] NONE = new byte[0];

    private Body() {}

    /**
     * @return empty where the body is larger than {@code bytesMax}
     * @throws IOException where the client is gone
     */
    static Optional<byte[]> read(ServerRequest request, int bytesMax) throws IOException {
        if (!request.content().hasEntity()) {
            return Optional.of(NONE);
        }
        long declared = request.headers().contentLength().orElse(-1);
        try (InputStream content = request.content().inputStream()) {
            return declared > bytesMax ? dropped(content) : whole(content, bytesMax);
        }
    }

    private static Optional<byte[]> whole(InputStream content, int bytesMax) throws IOException {
        byte[] body = content.readNBytes(bytesMax + 1);
        return body.length > bytesMax ? dropped(content) : Optional.of(body);
    }

    private static Optional<byte[]> dropped(InputStream content) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        long dropped = 0;
        for (int read = content.read(chunk);
                read >= 0 && dropped < DROPPED_BYTES_MAX;
                read = content.read(chunk)) {
            dropped += read;
        }
        return Optional.empty();
    }
}
