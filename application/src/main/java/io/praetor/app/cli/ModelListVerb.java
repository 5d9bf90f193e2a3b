package io.praetor.app.cli;

import io.praetor.adapters.download.FileDownload;
import io.praetor.adapters.files.GgufHeader;
import io.praetor.app.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says which model is configured and which model files are here. */
@Command(
        name = "list",
        description = "which model is configured, and which model files are here, with digests")
final class ModelListVerb extends Verb {
    static final String FOLDER = "models";

    private static final double MEGABYTE = 1e6;

    ModelListVerb(Shell shell) {
        super(shell);
    }

    private record Found(Path file, long bytes, String sha256, GgufHeader header) {}

    @Override
    protected ExitCode run() {
        Config config = config();
        List<Found> files = new ArrayList<>();
        for (Path folder :
                List.of(config.data().resolve(FOLDER), shell.installation().resolve(FOLDER))) {
            files.addAll(in(folder));
        }
        if (json()) {
            shell.out().println(object(config, files));
            return ExitCode.OK;
        }
        shell.out().println("configured  " + configured(config.model()));
        for (Found found : files) {
            shell.out()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "%s  %.1f MB  %s  %s  sha256 %s",
                                    found.file(),
                                    found.bytes() / MEGABYTE,
                                    orUnknown(found.header().name()),
                                    orUnknown(found.header().quantisation()),
                                    found.sha256()));
        }
        if (files.isEmpty()) {
            shell.out().println("no model files; next: ./praetor model pull phi-4-mini-instruct");
        }
        return ExitCode.OK;
    }

    static String configured(Config.Model model) {
        return model.url()
                .map(url -> "%s by %s".formatted(url, word(model.api())))
                .or(() -> model.path().map(path -> path + " in process"))
                .orElse("none; set model.path or model.url");
    }

    private static String word(Config.Model.Api api) {
        return api.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? "unknown" : text;
    }

    private List<Found> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files =
                    entries.filter(file -> file.toString().endsWith(".gguf")).sorted().toList();
            try (Progress progress = new Progress(shell, "hashing models", files.size())) {
                for (Path file : files) {
                    found.add(
                            new Found(
                                    file,
                                    Files.size(file),
                                    FileDownload.sha256(file),
                                    GgufHeader.of(file).orElse(new GgufHeader("no GGUF", ""))));
                    progress.step();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    private static ObjectNode object(Config config, List<Found> files) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        object.put("is_configured", config.model().isConfigured());
        object.put("configured", configured(config.model()));
        ArrayNode listed = object.putArray("files");
        for (Found found : files) {
            listed.addObject()
                    .put("file", found.file().toString())
                    .put("bytes", found.bytes())
                    .put("sha256", found.sha256())
                    .put("name", found.header().name())
                    .put("quantisation", found.header().quantisation());
        }
        return object;
    }
}
