package org.lisolo.cli.surveillance;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CsvTable;
import org.lisolo.surveillance.signal.GammaMixture;
import org.lisolo.surveillance.signal.MixtureFit;
import org.lisolo.surveillance.signal.PairCounts;
import org.lisolo.surveillance.signal.ReportTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code lisolo signals}: drugs and events reported together more often than expected. */
@Command(
        name = "signals",
        mixinStandardHelpOptions = true,
        description = {
            "Which drugs and events are reported together more often than expected. A list to look"
                + " through, not a finding: reports tell nothing of how many people took the drug,"
                + " and in social posts such figures did no better than chance (WEB-RADR, 2018).",
            "Reads report,drug,event[,stratum], one row a report, drug and event; writes"
                + " drug,event,n,expected,prr,prr_lower,prr_upper,chi2,ror,ror_lower,ror_upper,ic,"
                + "ic025,ebgm,eb05,eb95."
        },
        footer = {"", "Example:", "  lisolo signals --least 3 reports.csv"})
public final class Signals implements Callable<Integer> {
    private static final List<String> HEADER =
            List.of(
                    "drug",
                    "event",
                    "n",
                    "expected",
                    "prr",
                    "prr_lower",
                    "prr_upper",
                    "chi2",
                    "ror",
                    "ror_lower",
                    "ror_upper",
                    "ic",
                    "ic025",
                    "ebgm",
                    "eb05",
                    "eb95");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--least",
            paramLabel = "N",
            description = "Write pairs with at least this many reports (default: ${DEFAULT-VALUE})")
    private int least = 1;

    @Mixin private final Threads threads = new Threads();

    @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input")
    private String file = "";

    @Override
    public Integer call() {
        return Problems.told(spec, this::signals);
    }

    private void signals() {
        ReportTable reports = CsvFiles.read(file, Signals::reports);
        List<PairCounts> pairs = reports.pairs();
        Optional<GammaMixture> mixture =
                pairs.size() < MixtureFit.LEAST_PAIRS
                        ? Optional.empty()
                        : Optional.of(MixtureFit.of(pairs));
        CsvFiles.write(
                spec,
                HEADER,
                rows ->
                        threads.inOrder(
                                pairs.stream().filter(pair -> pair.both() >= least).iterator(),
                                pair -> row(pair, mixture),
                                rows));
    }

    private static ReportTable reports(CsvTable table) {
        table.require("report", "drug", "event");
        boolean stratified = table.has("stratum");
        ReportTable reports = new ReportTable();
        while (table.hasNext()) {
            CsvTable.Row row = table.next();
            for (String column : List.of("report", "drug", "event")) {
                if (row.text(column).isEmpty()) {
                    throw row.problem("empty-field", column + " is empty");
                }
            }
            String stratum = stratified ? row.text("stratum") : "";
            if (!reports.add(row.text("report"), row.text("drug"), row.text("event"), stratum)) {
                throw row.problem("stratum", "the report had another stratum before");
            }
        }
        if (reports.reports() == 0) {
            throw new Problem("empty", "there is no report below the header", "");
        }
        return reports;
    }

    private static List<String> row(PairCounts pair, Optional<GammaMixture> mixture) {
        PairCounts.Ratio prr = pair.proportionalRatio();
        PairCounts.Ratio ror = pair.oddsRatio();
        Optional<GammaMixture.Posterior> shrunk =
                mixture.map(m -> m.posterior(pair.both(), pair.expected()));
        return List.of(
                pair.drug(),
                pair.event(),
                Integer.toString(pair.both()),
                Figures.text(pair.expected()),
                Figures.text(prr.value()),
                Figures.text(prr.lower()),
                Figures.text(prr.upper()),
                Figures.text(pair.chiSquareYates()),
                Figures.text(ror.value()),
                Figures.text(ror.lower()),
                Figures.text(ror.upper()),
                Figures.text(pair.informationComponent()),
                Figures.text(pair.informationLower()),
                Figures.text(shrunk.map(s -> s.geometricMean()).orElse(Double.NaN)),
                Figures.text(shrunk.map(s -> s.quantile(0.05)).orElse(Double.NaN)),
                Figures.text(shrunk.map(s -> s.quantile(0.95)).orElse(Double.NaN)));
    }
}
