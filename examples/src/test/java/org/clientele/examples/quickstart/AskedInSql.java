package org.clientele.examples.quickstart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the files of a directory come to, asked of a database that reads them itself. Nothing of the library is in it. */
final class AskedInSql implements AutoCloseable {

    private static final String PIPELINE = """
            create table pipeline as select
              nullif(trim(sales_agent), '') agent,
              nullif(trim(account), '') account,
              deal_stage stage,
              cast(parsedatetime(nullif(trim(close_date), ''), 'M/d/yyyy') as date) closed,
              cast(replace(nullif(trim(close_value), ''), ',') as decimal(19, 4)) amount
            from csvread('%s', null, 'charset=UTF-8')""";

    static final String ACCOUNTS_BY_STATUS = """
            select account,
              count(*) filter (where stage = 'Prospecting'), count(*) filter (where stage = 'Engaging'),
              count(*) filter (where stage = 'Won'), count(*) filter (where stage = 'Lost'), count(*)
            from pipeline where account is not null group by account""";

    static final String ACCOUNTS_BY_OPPORTUNITIES = """
            select coalesce(account, 'without account'),
              count(*) filter (where stage = 'Won'), count(*) filter (where stage = 'Lost'),
              count(*) filter (where stage not in ('Won', 'Lost')), count(*),
              sum(amount) filter (where stage = 'Won')
            from pipeline group by account""";

    static final String BY_STATUS = """
            select case stage when 'Prospecting' then 'Open' when 'Engaging' then 'Identification & Alignment'
              else 'Closed ' || stage end, count(*), coalesce(sum(amount) filter (where stage in ('Won', 'Lost')), 0)
            from pipeline group by stage""";

    static final String WON_BY_MONTH = """
            select to_char(closed, 'YYYY-MM'), count(*), sum(amount), coalesce(sum(amount), 0)
            from pipeline where stage = 'Won' and closed is not null group by to_char(closed, 'YYYY-MM')""";

    static final String WON_BY_QUARTER = """
            select period, count(*), sum(amount), coalesce(sum(amount), 0) from
              (select year(closed) || '-Q' || quarter(closed) period, amount from pipeline
                where stage = 'Won' and closed is not null)
            group by period""";

    static final String BY_AGENT = """
            select agent, count(*), count(*) filter (where stage = 'Won'), count(distinct account),
              sum(amount), avg(amount), max(amount), min(amount), min(closed), max(closed)
            from pipeline group by agent""";

    static final String OPEN_BY_AGENT = """
            select agent, count(*) from pipeline where stage not in ('Won', 'Lost') group by agent""";

    private final Connection connection;

    AskedInSql(Path directory) throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        String file = directory.resolve("sales_pipeline.csv").toAbsolutePath().toString();
        try (Statement statement = connection.createStatement()) {
            statement.execute(PIPELINE.formatted(file.replace("'", "''")));
        }
    }

    /** The rows of an answer, cells parted by bars, in no order. */
    List<String> rows(String question) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            while (answer.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    cells.add(text(answer.getObject(i)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    private static String text(Object cell) {
        if (cell == null) {
            return "none";
        }
        return cell instanceof BigDecimal number
                ? number.setScale(4, RoundingMode.HALF_EVEN).toPlainString()
                : cell.toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
