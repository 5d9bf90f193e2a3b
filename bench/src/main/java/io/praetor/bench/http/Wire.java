package io.praetor.bench.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection to a server on loopback, as thin as it can be: on a machine
 * that runs both, every microsecond of the client is taken from the server. Not thread-safe.
 */
final class Wire implements AutoCloseable {
    private static final int HEADER_BYTES_MAX = 8 * 1024;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] header = new byte[HEADER_BYTES_MAX];

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        out = socket.getOutputStream();
    }

    /** A whole request that can be sent as it is. */
    static byte[] post(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                """
                POST %s HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Content-Length: %d

                """
                        .formatted(path, body.length)
                        .replace("\n", "\r\n");
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /** Sends a request and reads the whole answer. */
    String exchange(byte[] request) throws IOException {
        out.write(request);
        String head = head();
        if (!head.startsWith("HTTP/1.1 200")) {
            throw new IOException("not answered with 200: " + head);
        }
        byte[] body = in.readNBytes(length(head));
        return new String(body, StandardCharsets.UTF_8);
    }

    private String head() throws IOException {
        int size = 0;
        while (size < HEADER_BYTES_MAX) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the server closed the connection");
            }
            header[size++] = (byte) read;
            if (read == '\n' && size >= 4 && header[size - 2] == '\r' && header[size - 3] == '\n') {
                return new String(header, 0, size, StandardCharsets.US_ASCII);
            }
        }
        throw new IOException("more than " + HEADER_BYTES_MAX + " bytes of headers");
    }

    private static int length(String head) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        int start = lower.indexOf(LENGTH);
        if (start < 0) {
            throw new IOException("an answer without a length: " + head);
        }
        int end = lower.indexOf('\r', start);
        return Integer.parseInt(lower.substring(start + LENGTH.length(), end).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
