package io.praetor.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A line at a time: for terminals without a screen, for pipes and for screen readers. */
final class PlainScreen implements ReviewScreen {
    private final BufferedReader in;
    private final PrintWriter out;

    PlainScreen(InputStream in, PrintWriter out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public void show(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    @Override
    public Optional<Character> key(String prompt, String keys) {
        Optional<String> said = line(prompt);
        while (said.isPresent()) {
            String text = said.get().strip().toLowerCase(Locale.ROOT);
            char key = text.isEmpty() ? '\n' : text.charAt(0);
            if (text.length() <= 1 && keys.indexOf(key) >= 0) {
                return Optional.of(key);
            }
            said = line(prompt);
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> line(String prompt) {
        out.print(prompt + " > ");
        out.flush();
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
