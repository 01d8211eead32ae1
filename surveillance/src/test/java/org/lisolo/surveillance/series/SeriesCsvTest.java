package org.lisolo.surveillance.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.Problem;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

class SeriesCsvTest {
    private static final Calendar WEEKS = Calendar.weekly(2001);
    private static final Calendar DATED_WEEKS = new Calendar(52, 2001, 1, true);

    @Test
    void readsCountsPopulationsAndReportsThatAreMissing() {
        CountSeries series =
                one("index,observed,state,population\n1,5,0,0.5\n2,,0,0.25\n3,NA,0,1\n", WEEKS);
        assertThat(series.length()).isEqualTo(3);
        assertThat(series.observed(1)).isEqualTo(5);
        assertThat(series.observed(2)).isNaN();
        assertThat(series.observed(3)).isNaN();
        assertThat(series.population()).containsExactly(0.5, 0.25, 1);
    }

    @Test
    void readsManySeriesOneAfterTheOther() {
        List<CountSeries> all = read("series,index,observed\na,1,5\na,2,6\nb,1,7\n", WEEKS);
        assertThat(all).extracting(CountSeries::name).containsExactly("a", "b");
        assertThat(all.get(1).observed()).containsExactly(7);
    }

    @Test
    void readsQuotesByteOrderMarksWindowsLinesAndSpaces() {
        CountSeries series = one("\uFEFF\"index\", observed\r\n1, 5\r\n\"2\",\"6\"\r\n", WEEKS);
        assertThat(series.observed()).containsExactly(5, 6);
    }

    @Test
    void namesTheLineOfWhatIsWrong() {
        fails("index,observed\n1,5\n3,6\n", "line 3: index 2 is missing");
        fails("index,observed\n1,5\n5,6\n", "line 3: the indices 2 to 4 are missing");
        fails("index,observed\n1,5\n1,6\n", "line 3: index 1 is there twice");
        fails("index,observed\n1,5\n2,6\n1,6\n", "line 4: index 1 comes after 2");
        fails("index,observed\n2,5\n", "line 2: the first index is 2, not 1");
        fails("index,observed\n1,-5\n", "line 2: observed is below 0: -5");
        fails("index,observed\n1,1.5\n", "line 2: observed is not a whole number: 1.5");
        fails("index,observed\n1,99999999999\n", "line 2: observed is too large: 99999999999");
        fails("index,observed\n1,1e400\n", "line 2: observed is not a number");
        fails("index,observed\n1,five\n", "line 2: observed is not a number: five");
        fails("index,observed\n1,5,7\n", "line 2: 3 fields where the header has 2");
        fails("index,observed\n1\n", "line 2: 1 fields where the header has 2");
        fails("index,cases\n1,5\n", "line 1: there is no column observed (found: index, cases)");
        fails("index,observed,index\n1,5,1\n", "column index is there twice");
        fails("", "the file is empty");
        fails("index,observed,population\n1,5,-1\n", "line 2: population is below 0");
        fails(
                "series,index,observed\na,1,5\nb,1,7\na,2,6\n",
                "line 4: series a comes a second time");
        fails("index,observed\n1,\"5\n", "is not a CSV file");
    }

    @Test
    void namesTheLineOfAWrongDate() {
        String head = "index,observed,date\n1,5,2004-12-20\n2,5,2004-12-27\n";
        assertThat(one(head + "3,5,2005-01-03\n", DATED_WEEKS).period(3)).isEqualTo("2005-01-03");
        failsDated(head + "3,5,2005-01-04\n", "line 4: date 2005-01-04 does not follow 2004-12-27");
        failsDated(head + "3,5,2005-01-10\n", "line 4: date 2005-01-10 does not follow 2004-12-27");
        failsDated(head + "3,5,\n", "line 4: date is not of the form");
        failsDated(head + "3,5,2005-02-30\n", "line 4: date is not of the form");
        failsDated("index,observed\n1,5\n", "there is no column date");
    }

    @Test
    void countsPeriodsAcrossYearsOfAnyLength() {
        assertThat(new Calendar(52, 1990, 51, false).period(3)).isEqualTo("1991-1");
        assertThat(new Calendar(52, 1990, 1, false).period(0)).isEqualTo("1989-52");
        assertThatThrownBy(() -> new Calendar(52, 1990, 53, false)).isInstanceOf(Problem.class);
    }

    private static CountSeries one(String csv, Calendar calendar) {
        return read(csv, calendar).getFirst();
    }

    private static List<CountSeries> read(String csv, Calendar calendar) {
        List<CountSeries> all = new ArrayList<>();
        SeriesCsv.read(new StringReader(csv), "cases.csv", calendar).forEachRemaining(all::add);
        return all;
    }

    private static void fails(String csv, String sentence) {
        assertThatThrownBy(() -> read(csv, WEEKS))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("cases.csv")
                .hasMessageContaining(sentence);
    }

    private static void failsDated(String csv, String sentence) {
        assertThatThrownBy(() -> read(csv, DATED_WEEKS))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("cases.csv, line ")
                .hasMessageContaining(sentence);
    }
}
