package io.praetor.serving.settings;

import java.nio.file.Path;

/**
 * The server's own certificate and key, as PEM files.
 *
 * @param certificates the server's certificate first, then those that issued it
 * @param key its private key (PKCS #8), not encrypted: the file's permissions keep it
 */
public record TlsFiles(Path certificates, Path key) {}
