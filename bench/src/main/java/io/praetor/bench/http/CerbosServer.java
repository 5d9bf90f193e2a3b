package io.praetor.bench.http;

import io.praetor.bench.Ask;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Cerbos, asked through its check of resources.
 *
 * @param policies folder of its policy files
 * @param audited whether it keeps decision logs, in a file
 */
record CerbosServer(Path binary, Path policies, boolean audited) implements Product {
    @Override
    public String name() {
        return audited ? "Cerbos, decision log on" : "Cerbos, no log";
    }

    @Override
    public List<String> command(int port, Path folder) {
        return List.of(
                binary.toString(),
                "server",
                "--log-level=error",
                "--set=server.httpListenAddr=127.0.0.1:" + port,
                "--set=server.grpcListenAddr=127.0.0.1:" + Server.freePort(),
                "--set=storage.driver=disk",
                "--set=storage.disk.directory=" + policies,
                "--set=storage.disk.watchForChanges=false",
                "--set=telemetry.disabled=true",
                "--set=audit.enabled=" + audited,
                "--set=audit.accessLogsEnabled=false",
                "--set=audit.decisionLogsEnabled=true",
                "--set=audit.backend=file",
                "--set=audit.file.path=" + folder.resolve("decisions.log"));
    }

    @Override
    public Map<String, String> environment(int port, Path folder) {
        return Map.of();
    }

    @Override
    public URI ready(int port) {
        return URI.create("http://127.0.0.1:" + port + "/_cerbos/health");
    }

    @Override
    public byte[] single(Ask ask) {
        return batch(List.of(ask));
    }

    @Override
    public byte[] batch(List<Ask> asks) {
        Ask first = asks.getFirst();
        String principal =
                """
                {"id":"%s","roles":["%s"],"attr":{"kind":"%s","trust":%s}}"""
                        .formatted(first.actor(), first.role(), first.kind(), first.trust());
        return Wire.post(
                "/api/check/resources",
                """
                {"requestId":"r","principal":%s,"resources":[%s]}"""
                        .formatted(principal, Product.joined(asks, CerbosServer::resource)));
    }

    @Override
    public int permits(String answer) {
        return Product.count(answer, "EFFECT_ALLOW");
    }

    private static String resource(Ask ask) {
        return """
               {"resource":{"kind":"work","id":"%s"},"actions":["%s"]}"""
                .formatted(ask.resource(), ask.action());
    }
}
