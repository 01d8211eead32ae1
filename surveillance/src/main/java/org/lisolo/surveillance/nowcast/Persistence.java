package org.lisolo.surveillance.nowcast;

/** The last known figure, at most eight weeks old. The baseline that every model must beat. */
record Persistence() implements Expert {
    private static final int OLDEST = 8;

    @Override
    public double predict(AsOf known, int ahead) {
        for (int back = 1; back <= OLDEST; back++) {
            double log = known.log(known.now() - back);
            if (!Double.isNaN(log)) {
                return log;
            }
        }
        return Double.NaN;
    }
}
