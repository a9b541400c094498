package org.clientele.testkit.store;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.clientele.model.CrmException;

/** Runs work in several threads, and lets them wait for each other but not for ever. */
public final class AtOnce {

    private static final int PATIENCE_SECONDS = 60;

    private AtOnce() {}

    /** Runs all of these at once; each answers with its result or with what the CRM refused. What else fails is thrown. */
    public static List<Object> run(List<Callable<Object>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<Object>> running = new ArrayList<>();
            works.forEach(work -> running.add(threads.submit(() -> {
                try {
                    return work.call();
                } catch (CrmException refused) {
                    return refused;
                }
            })));
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : running) {
                answers.add(one.get(PATIENCE_SECONDS, SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same, and all begin when all are there. */
    public static List<Object> race(List<Callable<Object>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<Callable<Object>> racing = new ArrayList<>();
        works.forEach(work -> racing.add(() -> {
            await(start);
            return work.call();
        }));
        return run(racing);
    }

    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, SECONDS)) {
                throw new AssertionError("the other thread did not come");
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    public static void await(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException missing) {
            throw new AssertionError("the other thread did not come", missing);
        }
    }
}
