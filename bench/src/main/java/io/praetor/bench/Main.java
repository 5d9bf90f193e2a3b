package io.praetor.bench;

import io.praetor.bench.http.HttpFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Praetor beside its peers, in one run on one machine. */
@Command(
        name = "praetor bench",
        description = "Measure Praetor beside its peers, in one run on one machine.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class Main implements Runnable {
    private static final Path REPORT = Path.of("docs", "performance.md");
    private static final String FROM = "<!-- figures: written by ./praetor bench --write -->";
    private static final String TO = "<!-- end of figures -->";

    /** What can be measured apart. */
    enum Part {
        RULES,
        MINING,
        LOG,
        MODEL,
        HTTP
    }

    @Option(names = "--quick", description = "a look that everything runs; no figures to quote")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "one or more of ${COMPLETION-CANDIDATES}")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--write", description = "put the table into docs/performance.md")
    private boolean write;

    private final Path root;

    private Main(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("praetor.install", "")).toAbsolutePath();
        CommandLine line =
                new CommandLine(new Main(root)).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public void run() {
        String table = new Table(figures()).markdown();
        System.out.print(table);
        if (write) {
            save(table);
        }
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        if (parts.contains(Part.RULES)) {
            figures.addAll(new RulesFigures(quick).measure());
        }
        if (parts.contains(Part.MINING)) {
            figures.addAll(new MiningFigures(root, quick ? 5_000 : 100_000).measure());
        }
        if (parts.contains(Part.LOG)) {
            figures.addAll(new LogFigures(folder(), quick ? 20_000 : 1_000_000).measure());
        }
        if (parts.contains(Part.MODEL)) {
            figures.addAll(new ModelFigures(root, quick ? 3 : 50).measure());
        }
        if (parts.contains(Part.HTTP)) {
            Duration time = quick ? Duration.ofMillis(500) : Duration.ofSeconds(8);
            figures.addAll(new HttpFigures(root, folder(), time).measure());
        }
        return figures;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("praetor-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces what stands between the two marks. */
    private void save(String table) {
        Path report = root.resolve(REPORT);
        try {
            String text = Files.readString(report);
            String before = text.substring(0, text.indexOf(FROM) + FROM.length());
            String after = text.substring(text.indexOf(TO));
            Files.writeString(report, before + "\n\n" + table + "\n" + after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
