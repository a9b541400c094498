package org.clientele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {

    /** The figures of such a run mean nothing; what it checks is that peers still agree and nothing throws. */
    @Test
    void everyBenchmarkRunsAndFindsWhatItsPeerFinds() throws RunnerException {
        System.setProperty("jmh.ignoreLock", "true");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .param("opportunities", "1000")
                        .param("accounts", "2000")
                        .param("customers", "50")
                        .param("activities", "1000")
                        .param("users", "1000")
                        .param("related", "100")
                        .param("contacts", "500")
                        .param("database", "h2")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertThat(results).hasSizeGreaterThanOrEqualTo(46);
    }
}
