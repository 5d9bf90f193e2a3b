package io.praetor.app.cli;

import io.praetor.adapters.download.FileDownload;
import io.praetor.adapters.download.FileDownload.Expected;
import io.praetor.adapters.download.Manifest;
import io.praetor.app.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Fetches a model file by its manifest, with resume, and keeps it only under the right digest. */
@Command(
        name = "pull",
        description = {
            "fetch a model file into the data folder; said twice it goes on where it ended",
            "It says the size and the room on the disk before it fetches anything."
        })
final class ModelPullVerb extends Verb {
    private static final double GIGABYTE = 1e9;
    private static final int HUNDRED = 100;

    @Parameters(
            paramLabel = "NAME",
            defaultValue = "phi-4-mini-instruct",
            description = "a manifest under models, or a manifest file (${DEFAULT-VALUE})")
    private String name = "phi-4-mini-instruct";

    ModelPullVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Manifest manifest = manifest();
        Path target = config().data().resolve(ModelListVerb.FOLDER).resolve(manifest.file());
        if (Files.exists(target)) {
            return done(target, "is there already");
        }
        try (FileDownload download = new FileDownload()) {
            Expected expected = download.expected(manifest);
            announce(manifest, expected, target);
            try (Progress progress = new Progress(shell, "percent of the file", HUNDRED)) {
                download.fetch(
                        manifest,
                        expected,
                        target,
                        bytes -> progress.reach(HUNDRED * bytes / expected.bytes()));
            }
            return done(target, "has the SHA-256 " + expected.sha256());
        }
    }

    private Manifest manifest() {
        Path named = shell.folder().resolve(name);
        Path file =
                Files.isRegularFile(named)
                        ? named
                        : shell.installation()
                                .resolve(ModelListVerb.FOLDER)
                                .resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    "no manifest `%s`; there is phi-4-mini-instruct, or name a file"
                            .formatted(name));
        }
        try {
            return Manifest.of(Files.readString(file));
        } catch (IllegalArgumentException broken) {
            throw new BadInput("%s:1:1: %s".formatted(file, broken.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void announce(Manifest manifest, Expected expected, Path target) {
        try {
            Files.createDirectories(target.getParent());
            long room = Files.getFileStore(target.getParent()).getUsableSpace();
            shell.err()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "fetching %s (%s, licence %s), %.2f GB of %.1f GB free,"
                                            + " from %s",
                                    manifest.name(),
                                    manifest.quantisation(),
                                    manifest.licence(),
                                    expected.bytes() / GIGABYTE,
                                    room / GIGABYTE,
                                    manifest.url()));
            if (!expected.isPinned()) {
                shell.err()
                        .println(
                                "its digest is what that place states: set model.sha256 to hold"
                                        + " the file to it from now on");
            }
            if (room < expected.bytes()) {
                throw new IOException(
                        "%s: too little room on the disk; free some, or move the data folder"
                                .formatted(target.getParent()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ExitCode done(Path target, String what) {
        if (json()) {
            shell.out()
                    .println(
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("file", target.toString())
                                    .put("said", what));
        } else {
            shell.out().println("%s %s; next: set model.path to it".formatted(target, what));
        }
        return ExitCode.OK;
    }
}
