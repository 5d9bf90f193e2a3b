package io.praetor.bench.http;

import io.praetor.bench.Ask;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Praetor, asked through AuthZEN, with its log on. */
record PraetorServer(Path root, Path policy) implements Product {
    @Override
    public String name() {
        return "Praetor";
    }

    @Override
    public List<String> command(int port, Path folder) {
        return List.of(root.resolve("praetor").toString(), "serve");
    }

    @Override
    public Map<String, String> environment(int port, Path folder) {
        return Map.of(
                "PRAETOR_POLICY", policy.toString(),
                "PRAETOR_HOME", folder.toString(),
                "PRAETOR_SERVER_PORT", String.valueOf(port));
    }

    @Override
    public URI ready(int port) {
        return URI.create("http://127.0.0.1:" + port + "/readyz");
    }

    @Override
    public byte[] single(Ask ask) {
        return Wire.post(
                "/access/v1/evaluation", "{%s,%s}".formatted(subject(ask), actionOnResource(ask)));
    }

    @Override
    public byte[] batch(List<Ask> asks) {
        String items = Product.joined(asks, ask -> "{" + actionOnResource(ask) + "}");
        return Wire.post(
                "/access/v1/evaluations",
                "{%s,\"evaluations\":[%s]}".formatted(subject(asks.getFirst()), items));
    }

    @Override
    public int permits(String answer) {
        return Product.count(answer, "\"decision\":true");
    }

    private static String subject(Ask ask) {
        String type = ask.kind().equals("bot") ? "bot" : "user";
        String trust =
                "{\"competence\":%1$s,\"reliability\":%1$s,\"integrity\":%1$s}"
                        .formatted(ask.trust());
        return """
               "subject":{"type":"%s","id":"%s","properties":{"role":"%s","t3_tensor":%s}}"""
                .formatted(type, ask.role(), ask.role(), trust);
    }

    private static String actionOnResource(Ask ask) {
        String[] resource = ask.resource().split(":", 2);
        return """
               "action":{"name":"%s"},"resource":{"type":"%s","id":"%s"}"""
                .formatted(ask.action(), resource[0], resource[1]);
    }
}
