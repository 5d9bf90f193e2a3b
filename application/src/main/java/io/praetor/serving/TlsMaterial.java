package io.praetor.serving;

import io.helidon.common.configurable.Resource;
import io.helidon.common.configurable.ResourceException;
import io.helidon.common.pki.Keys;
import io.helidon.common.pki.PkiException;
import io.helidon.common.tls.Tls;
import io.praetor.serving.settings.CannotServe;
import io.praetor.serving.settings.TlsFiles;
import java.util.List;

/** The server's certificate and key, read from PEM files. TLS 1.2 and 1.3. */
final class TlsMaterial {
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private TlsMaterial() {}

    /**
     * @throws CannotServe where a file is not there or holds no PEM
     */
    static Tls read(TlsFiles files) {
        try {
            Keys keys =
                    Keys.builder()
                            .pem(
                                    pem ->
                                            pem.key(Resource.create(files.key()))
                                                    .certChain(
                                                            Resource.create(files.certificates())))
                            .build();
            return Tls.builder()
                    .privateKey(keys)
                    .privateKeyCertChain(keys)
                    .enabledProtocols(PROTOCOLS)
                    .build();
        } catch (PkiException | ResourceException | IllegalArgumentException e) {
            throw new CannotServe(
                    "no certificate and key in `%s` and `%s`: %s"
                            .formatted(files.certificates(), files.key(), e.getMessage()),
                    e);
        }
    }
}
