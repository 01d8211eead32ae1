package org.lisolo.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class HouseAndStreetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "86036 Rua do Arenque 1634 | 86036; Rua do Arenque 1634",
                "7873 216 Menzies Street | 7873; 216 Menzies Street",
                "233 Erzsébet tér 19. | 233; Erzsébet tér 19.",
                "28245 Puruntie 82 Apt. 595 | 28245; Puruntie 82; Apt. 595",
                "12 avenue Lukusa | 12 avenue Lukusa",
                "12 Main St Apt. 4 | 12 Main St Apt. 4",
                "500 Route 66 | 500 Route 66",
                "15 rue du 8 mai 1945 | 15 rue du 8 mai 1945",
                "12 avenue du 30 | 12 avenue du 30",
                "9931 14 Iliou Street, MARIEHOLM, Sweden | 9931 14 Iliou Street, MARIEHOLM, Sweden",
                "12 34 | 12 34",
                "1 2 3 4 5 | 1 2 3 4 5",
            })
    void cutsTheFieldsOfAForm(String text, String parts) {
        Tokens tokens = new Tokens(text);
        SequenceTagger.Found whole = new SequenceTagger.Found(0, tokens.count, Labels.ADDRESS, 0.9);
        List<String> cut =
                HouseAndStreet.of(whole, tokens)
                        .map(
                                one ->
                                        text.substring(
                                                tokens.start[one.first()],
                                                tokens.end[one.end() - 1]))
                        .toList();
        assertThat(cut).containsExactly(parts.split("; ", -1));
    }
}
