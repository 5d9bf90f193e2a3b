package io.praetor.adapters.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Changes a log behind its back, as somebody with the file and no scruples would. */
public final class Tampering implements AutoCloseable {
    private final Connection connection;

    public Tampering(Path log) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + log);
        for (String trigger : texts("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
            run("DROP TRIGGER " + trigger);
        }
    }

    public Tampering run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        return this;
    }

    public List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** The bytes of a value, whatever its type, and how to write them back. */
    public byte[] bytes(String column, long sequence) throws SQLException {
        String sql =
                "SELECT CAST(%s AS BLOB) FROM records WHERE sequence = %d"
                        .formatted(column, sequence);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            byte[] bytes = row.getBytes(1);
            return bytes == null ? new byte[0] : bytes;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
