package io.praetor.serving.access;

import io.praetor.serving.settings.CannotServe;
import io.praetor.situation.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The file that names the callers: a line each, {@code NAME SCOPE[,SCOPE...] SHA256}; empty lines
 * and lines that start with {@code #} count for nothing. It holds no secret, only digests, but who
 * can write it can let himself in, so others must not be able to.
 */
public final class TokenFile {
    /** Every request compares with each entry in constant time, so their number is bounded. */
    static final int ENTRIES_MAX = 1_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private TokenFile() {}

    /**
     * @throws CannotServe where the file cannot be read, is writable by others, or has a bad line
     */
    static List<TokenEntry> read(Path file) {
        List<String> lines = linesOf(file);
        List<TokenEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String place = file + ":" + (index + 1) + ": ";
            TokenEntry entry = entryOf(place, line);
            if (!names.add(entry.caller().name())) {
                throw new CannotServe(place + "a second `" + entry.caller().name() + "`");
            }
            entries.add(entry);
        }
        if (entries.isEmpty() || entries.size() > ENTRIES_MAX) {
            throw new CannotServe(
                    "%s: has %d tokens, expected 1 to %d; add one with `praetor token create`"
                            .formatted(file, entries.size(), ENTRIES_MAX));
        }
        return entries;
    }

    /**
     * Makes a token for a new caller and appends its digest, creating the file where it is not
     * there.
     *
     * @return the token's text, which is kept nowhere
     * @throws CannotServe where the name is no name or the file cannot be written
     */
    public static String add(Path file, Caller caller, RandomGenerator secureRandom) {
        if (!NAME.matcher(caller.name()).matches() || caller.scopes().isEmpty()) {
            throw new CannotServe(
                    "`" + caller.name() + "` needs letters, digits, `.`, `_` or `-`, and a scope");
        }
        try {
            if (Files.notExists(file)) {
                Files.createFile(file, ownerOnly(file));
            } else if (hasCaller(file, caller.name())) {
                throw new CannotServe(file + ": already has a `" + caller.name() + "`");
            }
            String token = Token.create(secureRandom);
            String line = TokenEntry.of(caller, token).line() + "\n";
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            return token;
        } catch (IOException e) {
            throw new CannotServe(file + ": cannot write it: " + e.getMessage(), e);
        }
    }

    private static boolean hasCaller(Path file, String name) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .anyMatch(line -> line.strip().startsWith(name + " "));
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!isPosix(file)) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static List<String> linesOf(Path file) {
        try {
            if (isPosix(file)) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                    throw new CannotServe(
                            file + ": others can write it; run `chmod go-w " + file + "`");
                }
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotServe(file + ": cannot read it: " + e.getMessage(), e);
        }
    }

    private static TokenEntry entryOf(String place, String line) {
        String[] parts = line.split("\\s+");
        if (parts.length != 3
                || !NAME.matcher(parts[0]).matches()
                || !DIGEST.matcher(parts[2]).matches()) {
            throw new CannotServe(place + "expected `NAME SCOPE[,SCOPE...] SHA256`");
        }
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String label : parts[1].split(",", -1)) {
            scopes.add(
                    Labels.read(Scope.class, label)
                            .orElseThrow(
                                    () -> new CannotServe(place + "no scope `" + label + "`")));
        }
        return new TokenEntry(new Caller(parts[0], scopes), parts[2]);
    }
}
