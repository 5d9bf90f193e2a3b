package io.praetor.adapters.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Downloads one file, goes on where an earlier try ended, and keeps it only under the right digest.
 * What is not whole is called {@code .part}.
 */
public final class FileDownload implements AutoCloseable {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(20);
    private static final Duration FIRST_BYTE_TIME = Duration.ofSeconds(60);
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int POINTER_BYTES_MAX = 4096;
    private static final Pattern DIGEST = Pattern.compile("oid sha256:([0-9a-f]{64})");
    private static final Pattern SIZE = Pattern.compile("size (\\d{1,18})");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(Redirect.NORMAL)
                    .connectTimeout(CONNECT_TIME)
                    .build();

    /**
     * What the file has to be.
     *
     * @param isPinned whether this project states the digest, not only the place it comes from
     */
    public record Expected(String sha256, long bytes, boolean isPinned) {}

    /** The digest and size that the manifest, or else the file's own place, states. */
    public Expected expected(Manifest manifest) {
        if (manifest.sha256().isPresent()) {
            return new Expected(manifest.sha256().get(), manifest.bytes(), true);
        }
        URI pointer =
                manifest.pointer()
                        .orElseThrow(() -> failed(manifest.url(), "nothing states its digest"));
        try (InputStream in = open(HttpRequest.newBuilder(pointer), pointer, 200).body()) {
            String text = new String(in.readNBytes(POINTER_BYTES_MAX), StandardCharsets.UTF_8);
            Matcher digest = DIGEST.matcher(text);
            Matcher size = SIZE.matcher(text);
            if (!digest.find() || !size.find()) {
                throw failed(pointer, "states no digest and size");
            }
            return new Expected(digest.group(1), Long.parseLong(size.group(1)), false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Brings the file; {@code progress} hears how many bytes are there. */
    public void fetch(Manifest manifest, Expected expected, Path target, LongConsumer progress) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(part.toAbsolutePath().getParent());
            long there = Files.exists(part) ? Files.size(part) : 0;
            if (there > expected.bytes()) {
                Files.delete(part);
                there = 0;
            }
            if (there < expected.bytes()) {
                append(manifest.url(), part, there, progress);
            }
            String sha256 = sha256(part);
            if (!sha256.equals(expected.sha256())) {
                boolean whole = Files.size(part) >= expected.bytes();
                if (whole) {
                    Files.delete(part);
                }
                throw failed(
                        manifest.url(),
                        whole
                                ? "has the SHA-256 %s instead of %s; what came was deleted"
                                        .formatted(sha256, expected.sha256())
                                : "ended early; say it again, and it goes on from there");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void append(URI url, Path part, long there, LongConsumer progress) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (there > 0) {
            request.header("Range", "bytes=%d-".formatted(there));
        }
        HttpResponse<InputStream> response = open(request, url, 200, 206);
        boolean goesOn =
                response.statusCode() == 206
                        && response.headers()
                                .firstValue("Content-Range")
                                .filter(range -> range.startsWith("bytes %d-".formatted(there)))
                                .isPresent();
        StandardOpenOption how =
                goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        long done = goesOn ? there : 0;
        try (InputStream in = response.body();
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, how)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                done += read;
                progress.accept(done);
            }
        } catch (IOException ended) {
            throw failed(url, "ended early; say it again, and it goes on from there");
        }
    }

    private HttpResponse<InputStream> open(HttpRequest.Builder request, URI url, int... wanted) {
        try {
            HttpResponse<InputStream> response =
                    client.send(
                            request.timeout(FIRST_BYTE_TIME).build(), BodyHandlers.ofInputStream());
            for (int status : wanted) {
                if (response.statusCode() == status) {
                    return response;
                }
            }
            response.body().close();
            throw failed(url, "is refused with status %d".formatted(response.statusCode()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(url, "was interrupted");
        } catch (IOException unreachable) {
            throw failed(
                    url,
                    "cannot be reached; fetch it elsewhere, put it into the models folder and set"
                            + " model.path");
        }
    }

    /** Lower-case hex SHA-256 of a file. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static UncheckedIOException failed(URI url, String what) {
        return new UncheckedIOException(new IOException("%s %s".formatted(url, what)));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
