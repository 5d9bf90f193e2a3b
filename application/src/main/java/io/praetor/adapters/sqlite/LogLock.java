package io.praetor.adapters.sqlite;

import io.praetor.log.LogUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second writer from the log: two would chain different records to the same one. The
 * operating system releases it when the process dies.
 */
final class LogLock implements AutoCloseable {
    private final FileChannel channel;

    private LogLock(FileChannel channel) {
        this.channel = channel;
    }

    static LogLock on(Path log) {
        Path file = log.resolveSibling(log.getFileName() + ".lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                return new LogLock(channel);
            }
            channel.close();
        } catch (IOException failure) {
            throw new LogUnavailableException(
                    "%s: log cannot be locked for writing (%s); check the rights of the folder"
                            .formatted(log, failure),
                    failure);
        }
        throw new LogUnavailableException(
                "%s: another process is writing this log; stop it, or choose another log"
                        .formatted(log));
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException _) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new LogUnavailableException("log lock cannot be released", failure);
        }
    }
}
