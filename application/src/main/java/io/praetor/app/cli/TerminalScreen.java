package io.praetor.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** The whole terminal, answering to single keys; long texts scroll. Restores it when closed. */
final class TerminalScreen implements ReviewScreen {
    private static final char INTERRUPT = 3;
    private static final char END = 4;
    private static final char ESCAPE = 27;
    private static final char DELETE = 127;
    private static final char BACKSPACE = 8;
    private static final char ERASE_LINE = 21;

    /** Where the terminal does not say. */
    private static final int COLUMNS = 80;

    /** How long the rest of an arrow key's sequence may take to arrive. */
    private static final long SEQUENCE_MILLIS = 50;

    private final Terminal terminal;
    private final Attributes before;
    private List<String> shown = List.of();
    private int top;

    /** As of the last drawing: asking costs a process where JLine has no native code. */
    private Size size;

    private TerminalScreen(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
        this.size = terminal.getSize();
        terminal.puts(Capability.enter_ca_mode);
    }

    static TerminalScreen open() {
        try {
            return new TerminalScreen(
                    TerminalBuilder.builder().system(true).jni(false).dumb(true).build());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void show(List<String> lines) {
        shown = List.copyOf(lines);
        top = 0;
    }

    @Override
    public Optional<Character> key(String prompt, String keys) {
        while (true) {
            size = terminal.getSize();
            int hidden = Math.max(0, wrapped().size() - height() - top);
            draw(prompt + (hidden > 0 ? "  (space, j, k: %d more lines)".formatted(hidden) : ""));
            int read = read();
            if (read < 0 || read == INTERRUPT || read == END) {
                return Optional.empty();
            }
            char key = read == '\r' ? '\n' : Character.toLowerCase((char) read);
            if (keys.indexOf(key) >= 0) {
                return Optional.of(key);
            }
            scroll(key);
        }
    }

    private void scroll(char key) {
        int page = Math.max(1, height() - 2);
        int wanted =
                switch (key) {
                    case ' ' -> top + page;
                    case 'j' -> top + 1;
                    case 'k' -> top - 1;
                    case ESCAPE -> top + arrow();
                    default -> top;
                };
        top = Math.clamp(wanted, 0, Math.max(0, wrapped().size() - height()));
    }

    /** Lines to go by the arrow that an escape sequence stands for. */
    private int arrow() {
        if (readSoon() != '[') {
            return 0;
        }
        return switch (readSoon()) {
            case 'A' -> -1;
            case 'B' -> 1;
            default -> 0;
        };
    }

    @Override
    public Optional<String> line(String prompt) {
        StringBuilder text = new StringBuilder();
        while (true) {
            draw(prompt + " > " + text);
            int read = read();
            switch (read) {
                case -1, INTERRUPT, END -> {
                    return Optional.empty();
                }
                case '\r', '\n' -> {
                    return Optional.of(text.toString());
                }
                case DELETE, BACKSPACE -> text.setLength(Math.max(0, text.length() - 1));
                case ERASE_LINE -> text.setLength(0);
                case ESCAPE -> arrow();
                default -> {
                    if (!Character.isISOControl(read)) {
                        text.append((char) read);
                    }
                }
            }
        }
    }

    private void draw(String prompt) {
        List<String> lines = wrapped();
        terminal.puts(Capability.clear_screen);
        lines.subList(top, Math.min(lines.size(), top + height()))
                .forEach(line -> terminal.writer().print(line + "\r\n"));
        terminal.puts(Capability.cursor_address, height(), 0);
        int room = Math.max(1, width() - 1);
        terminal.writer()
                .print(prompt.length() > room ? prompt.substring(prompt.length() - room) : prompt);
        terminal.flush();
    }

    /** The last line is the prompt's. */
    private int height() {
        return Math.max(1, size.getRows() - 1);
    }

    private int width() {
        return size.getColumns() < 1 ? COLUMNS : size.getColumns();
    }

    private List<String> wrapped() {
        List<String> lines = new ArrayList<>();
        shown.forEach(line -> lines.addAll(CaseText.wrapped(line, width())));
        return lines;
    }

    private int read() {
        return read(0);
    }

    private int readSoon() {
        return read(SEQUENCE_MILLIS);
    }

    private int read(long millisMax) {
        try {
            NonBlockingReader reader = terminal.reader();
            return millisMax == 0 ? reader.read() : reader.read(millisMax);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        terminal.puts(Capability.exit_ca_mode);
        terminal.setAttributes(before);
        try {
            terminal.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
