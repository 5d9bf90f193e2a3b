package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * llama.cpp's library, loaded from a folder for as long as the process lives: its backends cannot
 * be unloaded. Thread-safe.
 */
public final class LlamaLibrary {
    /** The only version whose structures are known here. */
    public static final String VERSION = "0.5.0";

    /** A release calls itself so, a build from the release's sources appends {@code -dev}. */
    private static final Set<String> VERSIONS = Set.of(VERSION, VERSION + "-dev");

    private static final String NEXT =
            "; run `./praetor fetch llama`, or name in model.library a folder with llama.cpp "
                    + VERSION;

    /** {@code libllama.so}, {@code libllama.so.0.5.0}, {@code libllama.v0.5.0.so}. */
    private static final Pattern FILE = Pattern.compile("libllama(\\.v[0-9.]+)?\\.so(\\.[0-9.]+)?");

    private final SymbolLookup symbols;
    private final NativeLog log;
    private final String version;

    private LlamaLibrary(SymbolLookup symbols, NativeLog log, String version) {
        this.symbols = symbols;
        this.log = log;
        this.version = version;
    }

    /** Loads the library; a folder that is loaded already is found again. */
    @SuppressWarnings("restricted") // the operator names the folder
    public static synchronized LlamaLibrary open(Path folder) {
        Path file = file(folder.toAbsolutePath());
        SymbolLookup symbols;
        try {
            symbols = SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException failure) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "%s: does not load on this machine (%s)%s"
                            .formatted(file, failure.getMessage(), NEXT),
                    failure);
        }
        var library = new LlamaLibrary(symbols, new NativeLog(), version(file, symbols));
        library.start(file);
        return library;
    }

    private static Path file(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> FILE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> missing(folder, "holds no libllama.so"));
        } catch (IOException failure) {
            throw missing(folder, "is no folder that can be read");
        }
    }

    private static LanguageModelException missing(Path folder, String what) {
        return new LanguageModelException(
                Failure.UNAVAILABLE, "%s: %s%s".formatted(folder, what, NEXT));
    }

    private static String version(Path file, SymbolLookup symbols) {
        Optional<String> found =
                symbols.find("llama_version")
                        .map(at -> NativeFunction.of("", at, FunctionDescriptor.of(ADDRESS)))
                        .flatMap(function -> NativeText.at(function.address()));
        if (found.isEmpty() || !VERSIONS.contains(found.get())) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "%s: is llama.cpp %s, expected %s%s"
                            .formatted(
                                    file,
                                    found.orElse("of a version that it does not tell"),
                                    VERSION,
                                    NEXT));
        }
        return found.get();
    }

    private void start(Path file) {
        function("llama_log_set", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS))
                .call(log.sink(Arena.global()), MemorySegment.NULL);
        var devices = function("ggml_backend_dev_count", FunctionDescriptor.of(JAVA_LONG));
        if ((long) devices.call() == 0) {
            try (Arena arena = Arena.ofConfined()) {
                function("ggml_backend_load_all_from_path", FunctionDescriptor.ofVoid(ADDRESS))
                        .call(arena.allocateFrom(file.resolveSibling("").toString()));
            }
            function("llama_backend_init", FunctionDescriptor.ofVoid()).call();
        }
        if ((long) devices.call() == 0) {
            throw new LanguageModelException(
                    Failure.MISMATCH,
                    "%s: finds no processor to compute on%s%s".formatted(file, log.told(), NEXT));
        }
        Defaults.check(this, file);
    }

    /** A function by its name in the header. */
    NativeFunction function(String name, FunctionDescriptor shape) {
        return NativeFunction.of(
                name,
                symbols.find(name)
                        .orElseThrow(
                                () ->
                                        new LanguageModelException(
                                                Failure.MISMATCH,
                                                "libllama has no function `%s`%s"
                                                        .formatted(name, NEXT))),
                shape);
    }

    NativeLog log() {
        return log;
    }

    /** As the library states it. */
    public String version() {
        return version;
    }
}
