package org.clientele.jpa.jta;

import com.arjuna.ats.jdbc.TransactionalDriver;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.xa.PGXADataSource;

/** Gives connections that take part in the calling thread's Jakarta transaction. */
final class JoinedDataSource implements DataSource {

    private final String url;
    private final XADataSource database;

    JoinedDataSource(String url) throws SQLException {
        this.url = url;
        this.database = database(url);
    }

    private static XADataSource database(String url) throws SQLException {
        if (url.startsWith("jdbc:postgresql:")) {
            PGXADataSource postgres = new PGXADataSource();
            postgres.setUrl(url);
            return postgres;
        } else if (url.startsWith("jdbc:mariadb:")) {
            return new MariaDbDataSource(url);
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        return h2;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties settings = new Properties();
        settings.put(TransactionalDriver.XADataSource, database);
        settings.put(TransactionalDriver.poolConnections, "false");
        return new TransactionalDriver().connect(TransactionalDriver.arjunaDriver + url, settings);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
