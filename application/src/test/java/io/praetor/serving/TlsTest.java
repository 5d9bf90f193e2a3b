package io.praetor.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.serving.settings.CannotServe;
import io.praetor.serving.settings.ServerLimits;
import io.praetor.serving.settings.ServerSettings;
import io.praetor.serving.settings.TlsFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** TLS from PEM files, and the discovery that needs it. */
class TlsTest {
    /** Complete for an evaluation, and for each of the searches. */
    private static final String READ =
            "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},"
                    + "'resource':{'type':'docs','id':'handbook.md'}}";

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir private static Path folder;
    private static KeyStore keys;

    /** A self-signed certificate for localhost, made by the JDK's own tool. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "changeit")
                        .redirectErrorStream(true)
                        .start();
        keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(keytool.waitFor()).isZero();
        keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        pem("server.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
        pem("server.key", "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded());
    }

    /** Section 6 of the certification scenario. */
    @Test
    void discoveryNamesHttpsEndpointsUnderTheNameItWasAskedBy() throws Exception {
        try (Served served = Served.sample(settings(Optional.empty()))) {
            String base = served.server.url();
            assertThat(base).startsWith("https://localhost:");
            JsonNode metadata = get(base + "/.well-known/authzen-configuration");
            assertThat(metadata)
                    .isEqualTo(
                            Client.quoted(
                                    """
                                    {'policy_decision_point': '%1$s',
                                     'access_evaluation_endpoint': '%1$s/access/v1/evaluation',
                                     'access_evaluations_endpoint': '%1$s/access/v1/evaluations',
                                     'search_subject_endpoint': '%1$s/access/v1/search/subject',
                                     'search_resource_endpoint': '%1$s/access/v1/search/resource',
                                     'search_action_endpoint': '%1$s/access/v1/search/action'}"""
                                            .formatted(base)));
        }
    }

    /** Section 5 of the certification scenario, at the places that section 6 names. */
    @Test
    void theDiscoveredEndpointsAnswerOverHttps() throws Exception {
        try (Served served = Served.sample(settings(Optional.empty()));
                HttpClient http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            JsonNode metadata = get(served.server.url() + "/.well-known/authzen-configuration");
            for (String endpoint :
                    List.of(
                            "access_evaluation_endpoint",
                            "access_evaluations_endpoint",
                            "search_subject_endpoint",
                            "search_resource_endpoint",
                            "search_action_endpoint")) {
                HttpResponse<String> answer =
                        http.send(
                                HttpRequest.newBuilder(
                                                URI.create(metadata.get(endpoint).asString()))
                                        .header("Content-Type", "application/json")
                                        .header("X-Request-ID", endpoint)
                                        .POST(BodyPublishers.ofString(READ.replace('\'', '"')))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(endpoint).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValue("application/json");
                assertThat(answer.headers().firstValue("X-Request-ID")).hasValue(endpoint);
                JsonNode body = Client.parse(answer.body());
                assertThat(body.path("decision").isBoolean() || body.path("results").isArray())
                        .as(answer.body())
                        .isTrue();
            }
        }
    }

    @Test
    void aPublicUrlIsWhatDiscoveryNames() throws Exception {
        URI url = URI.create("https://pdp.example.com/tenant1/");
        try (Served served = Served.sample(settings(Optional.of(url)))) {
            JsonNode metadata =
                    get(served.server.url() + "/.well-known/authzen-configuration/tenant1");
            assertThat(metadata.get("policy_decision_point").asString())
                    .isEqualTo("https://pdp.example.com/tenant1");
            assertThat(metadata.get("access_evaluation_endpoint").asString())
                    .isEqualTo("https://pdp.example.com/tenant1/access/v1/evaluation");
        }
    }

    @Test
    void filesThatAreNoCertificateStopTheStart() {
        TlsFiles missing = new TlsFiles(folder.resolve("no.pem"), folder.resolve("server.key"));
        TlsFiles swapped = new TlsFiles(folder.resolve("server.key"), folder.resolve("server.pem"));
        for (TlsFiles files : new TlsFiles[] {missing, swapped}) {
            assertThatThrownBy(() -> TlsMaterial.read(files))
                    .isInstanceOf(CannotServe.class)
                    .hasMessageStartingWith("no certificate and key in `" + folder);
        }
    }

    private static ServerSettings settings(Optional<URI> publicUrl) {
        return new ServerSettings(
                Served.ANY_PORT.address(),
                Optional.of(
                        new TlsFiles(folder.resolve("server.pem"), folder.resolve("server.key"))),
                Optional.empty(),
                publicUrl,
                true,
                ServerLimits.DEFAULT);
    }

    private static JsonNode get(String url) throws Exception {
        try (HttpClient http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            return Client.parse(answer.body());
        }
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void pem(String file, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, text));
    }
}
