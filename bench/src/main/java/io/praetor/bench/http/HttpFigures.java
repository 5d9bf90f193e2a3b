package io.praetor.bench.http;

import io.praetor.bench.Ask;
import io.praetor.bench.Figure;
import io.praetor.bench.Figure.Unit;
import io.praetor.bench.contender.Contender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures servers one after the other, each in a process of its own, on this machine's loopback.
 *
 * @param root the repository
 * @param work folder for policies, logs and data of this run
 * @param time of each load
 */
public record HttpFigures(Path root, Path work, Duration time) {
    private static final int CONNECTIONS = 32;
    private static final int BATCH = 20;
    private static final int REQUESTS = 256;

    /** Loads before the measured one: a virtual machine first compiles what is used. */
    private static final int WARM_UPS = 3;

    /** Every product's figures; Cerbos is left out, with a word, where it cannot be had. */
    public List<Figure> measure() {
        Path policy = write("praetor.yaml", folder("policies"));
        Path policies = folder("policies/cerbos");
        write("cerbos/work.yaml", folder("policies"));
        List<Product> products = new ArrayList<>(List.of(new PraetorServer(root, policy)));
        CerbosBinary.fetch(root.resolve("bench/target/cache"))
                .ifPresentOrElse(
                        binary -> {
                            products.add(new CerbosServer(binary, policies, true));
                            products.add(new CerbosServer(binary, policies, false));
                        },
                        () -> System.err.println("bench: no Cerbos: npm could not fetch it"));
        return products.stream().flatMap(product -> measure(product).stream()).toList();
    }

    private List<Figure> measure(Product product) {
        System.err.println("bench: " + product.name());
        int port = Server.freePort();
        Path folder = folder(product.name().replaceAll("\\W+", "-"));
        try (Server server =
                Server.start(
                        product.command(port, folder),
                        product.environment(port, folder),
                        product.ready(port),
                        folder.resolve("server.log"))) {
            check(product, port);
            List<Figure> figures = new ArrayList<>();
            figures.add(
                    figure(product, "start to ready", millis(server.startToReady()), Unit.MILLIS));
            singles(product, server, port, figures);
            batches(product, port, figures);
            return figures;
        }
    }

    private void singles(Product product, Server server, int port, List<Figure> figures) {
        List<byte[]> requests = Ask.seeded(REQUESTS).stream().map(product::single).toList();
        Load load = new Load(port, requests, CONNECTIONS, time);
        for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            load.asFastAsItGoes();
        }
        Duration before = server.processorTime();
        Measured fast = load.asFastAsItGoes();
        double processor = server.processorTime().minus(before).toNanos() / 1e3;
        figures.add(figure(product, "HTTP requests", fast.perSecond(), Unit.PER_SECOND));
        figures.add(
                figure(
                        product,
                        "HTTP processor time a request",
                        processor / fast.requests(),
                        Unit.MICROS));
        Measured half = load.at(fast.perSecond() / 2);
        figures.add(figure(product, "HTTP p50 at half load", millis(half.p50()), Unit.MILLIS));
        figures.add(figure(product, "HTTP p99 at half load", millis(half.p99()), Unit.MILLIS));
    }

    private void batches(Product product, int port, List<Figure> figures) {
        List<Ask> asks = Ask.seeded(REQUESTS * BATCH);
        List<byte[]> requests =
                IntStream.range(0, REQUESTS)
                        .mapToObj(index -> asks.subList(index * BATCH, (index + 1) * BATCH))
                        .map(product::batch)
                        .toList();
        Load load = new Load(port, requests, CONNECTIONS, time);
        load.asFastAsItGoes();
        Measured fast = load.asFastAsItGoes();
        figures.add(
                figure(
                        product,
                        "HTTP decisions in batches of " + BATCH,
                        fast.perSecond() * BATCH,
                        Unit.PER_SECOND));
    }

    /** A server that decides otherwise than the ten rules say is not measured. */
    private static void check(Product product, int port) {
        try (Wire wire = new Wire(port)) {
            for (Ask ask : Ask.seeded(REQUESTS)) {
                String answer = wire.exchange(product.single(ask));
                if (product.permits(answer) != (ask.isPermitted() ? 1 : 0)) {
                    throw new IllegalStateException(
                            "%s decides otherwise: %s: %s"
                                    .formatted(product.name(), ask, answer));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure figure(Product product, String what, double value, Unit unit) {
        return new Figure(what, product.name(), value, unit);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(work.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the ten rules, where servers can read it. */
    private static Path write(String name, Path folder) {
        try {
            return Files.writeString(folder.resolve(name), Contender.file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
