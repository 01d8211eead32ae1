package org.lisolo.bench;

import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.LeafKind;
import org.lisolo.server.ServerApplication;
import org.lisolo.server.evidence.Leaves;
import org.lisolo.server.evidence.Log;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The log in the running server with its own PostgreSQL, fsync on: leaves appended a second in
 * transactions of 1,000, how fast the sequencer follows, and how long a single leaf waits for its
 * place after its commit. The leaves are of kind AUDIT, so no follower of messages looks at them.
 *
 * <p>Arguments: an empty data folder, leaves (default 500,000).
 */
public final class LogBench {
    private static final int BATCH = 1_000;
    private static final int SINGLES = 200;

    private final Leaves leaves;
    private final Log log;
    private final TransactionTemplate transaction;
    private int next;

    private LogBench(ConfigurableApplicationContext server) {
        this.leaves = server.getBean(Leaves.class);
        this.log = server.getBean(Log.class);
        this.transaction =
                new TransactionTemplate(server.getBean(PlatformTransactionManager.class));
    }

    public static void main(String[] args) throws InterruptedException {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 500_000;
        var application =
                new SpringApplicationBuilder(ServerApplication.class)
                        .properties(
                                "lisolo.data=" + args[0],
                                "lisolo.demo=false",
                                "server.port=0",
                                "management.server.port=-1");
        try (var server = application.run()) {
            LogBench bench = new LogBench(server);
            bench.rates(count / 5);
            bench.rates(count);
            bench.waits();
        }
    }

    private void rates(int count) throws InterruptedException {
        long before = log.size();
        long start = System.nanoTime();
        for (int done = 0; done < count; done += BATCH) {
            append(BATCH);
        }
        double appended = (System.nanoTime() - start) / 1e9;
        while (log.size() < before + count) {
            Thread.sleep(2);
        }
        double sequenced = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d leaves: appended %,.0f a second, all sequenced and signed at %,.0f a second%n",
                count,
                count / appended,
                count / sequenced);
    }

    private void waits() throws InterruptedException {
        double[] waits = new double[SINGLES];
        for (int i = 0; i < SINGLES; i++) {
            long size = log.size() + 1;
            append(1);
            long committed = System.nanoTime();
            while (log.size() < size) {
                Thread.sleep(1);
            }
            waits[i] = (System.nanoTime() - committed) / 1e6;
            Thread.sleep(i % 50);
        }
        Arrays.sort(waits);
        System.out.printf(
                Locale.ROOT,
                "from commit to signed checkpoint, one leaf: p50 %.0f ms, p99 %.0f ms%n",
                waits[SINGLES / 2],
                waits[SINGLES * 99 / 100]);
    }

    private void append(int count) {
        List<Leaf> some = IntStream.range(next, next + count).mapToObj(LogBench::leaf).toList();
        next += count;
        transaction.executeWithoutResult(_ -> leaves.append(some));
    }

    private static Leaf leaf(int i) {
        return new Leaf(LeafKind.AUDIT, new UUID(i, -i), new Hash(i, i, i, i));
    }
}
