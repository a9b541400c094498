package org.clientele.exchange.job;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What several imports did as one, or by rehearsal would do.
 *
 * @param sources each of them, in the order in which they were given
 * @param receipt the change sets that were written, in their order over all sources, to be undone; none by a rehearsal
 */
public record JointReport(List<OfSource> sources, List<UUID> receipt) {

    public JointReport {
        sources = List.copyOf(sources);
        receipt = List.copyOf(receipt);
    }

    /**
     * One of them.
     *
     * @param source what the source is called
     */
    public record OfSource(String source, ImportReport report) {

        /** The name and the counts. */
        @Override
        public String toString() {
            return source + ": " + report;
        }
    }

    JointReport withoutReceipt() {
        return new JointReport(
                sources.stream()
                        .map(one -> new OfSource(one.source, one.report.withoutReceipt()))
                        .toList(),
                List.of());
    }

    /** Whether every row of every source was read and none refused. */
    public boolean isClean() {
        return sources.stream().allMatch(source -> source.report.isClean());
    }

    /** A line for each source. */
    @Override
    public String toString() {
        return sources.stream().map(OfSource::toString).collect(Collectors.joining("\n"));
    }
}
