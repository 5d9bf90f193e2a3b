package io.praetor.adapters.sqlite;

import io.praetor.governance.GovernanceJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with their parameters in, rows out as values. Not thread-safe. */
record Rows(Connection connection) {
    /** A row as a value. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> all(Reading<T> reading, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reading.of(row));
            }
            return found;
        }
    }

    <T> Optional<T> one(Reading<T> reading, String sql, Object... parameters) throws SQLException {
        return all(reading, sql, parameters).stream().findFirst();
    }

    /** How many rows it touched. */
    int change(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }

    /** A column of JSON; what we cannot have written is an SQLException, like a broken page. */
    static <T> T json(ResultSet row, int column, Class<T> type) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new SQLException(
                    "`%s` is missing".formatted(row.getMetaData().getColumnName(column)));
        }
        try {
            return GovernanceJson.value(text, type);
        } catch (IllegalArgumentException garbled) {
            throw new SQLException(garbled.getMessage(), garbled);
        }
    }
}
