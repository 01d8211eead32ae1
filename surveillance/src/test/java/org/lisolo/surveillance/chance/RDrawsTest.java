package org.lisolo.surveillance.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

/** Expected numbers: R 4.2.2 after {@code set.seed}. */
class RDrawsTest {
    @Test
    void drawsUniformNumbersAsR() {
        RDraws draws = new RDraws(123);
        assertThat(draws.uniform()).isEqualTo(0.28757752012461424);
        assertThat(draws.uniform()).isEqualTo(0.78830513544380665);
        assertThat(draws.uniform()).isEqualTo(0.40897692181169987);
    }

    @Test
    void drawsBetaVariatesAsR() {
        RDraws draws = new RDraws(123);
        double[][] shapes = {{2.5, 7.1}, {0.1, 7.1}, {7, 0.3}, {9, 3}};
        double[] first = new double[4];
        for (int k = 0; k < 4; k++) {
            first[k] = draws.beta(shapes[k][0], shapes[k][1]);
            draws.beta(shapes[k][0], shapes[k][1]);
            draws.beta(shapes[k][0], shapes[k][1]);
        }
        assertThat(first)
                .containsExactly(
                        new double[] {
                            0.17723114048412048,
                            4.5499182870229835e-03,
                            0.99501968098203808,
                            0.81313342910309183
                        },
                        org.assertj.core.data.Offset.offset(1e-15));
    }

    @Test
    void shufflesAsR() {
        int[] folds = IntStream.range(0, 104).map(i -> i % 10 + 1).toArray();
        assertThat(new RDraws(1).shuffled(folds))
                .startsWith(8, 9, 1, 4, 7, 3, 4, 2, 9, 1, 5, 1, 4, 4, 7)
                .endsWith(10, 5, 6, 4);
    }
}
