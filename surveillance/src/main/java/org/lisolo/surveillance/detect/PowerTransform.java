package org.lisolo.surveillance.detect;

/** The scale on which a count is taken as normal (Farrington and others 1996, section 3.6). */
public enum PowerTransform {
    /** y^(2/3), which takes the skewness away. */
    TWO_THIRDS(2.0 / 3),
    /** √y, which makes the variance stable. */
    HALF(0.5),
    NONE(1);

    private final double exponent;

    PowerTransform(double exponent) {
        this.exponent = exponent;
    }

    double exponent() {
        return exponent;
    }

    /** The deviation of the transformed count, where its variance is {@code mean · tau}. */
    double deviation(double mean, double tau) {
        return switch (this) {
            case TWO_THIRDS -> Math.sqrt(4.0 / 9 * Math.cbrt(mean) * tau);
            case HALF -> Math.sqrt(tau / 4);
            case NONE -> Math.sqrt(mean * tau);
        };
    }

    double apply(double count) {
        return Math.pow(count, exponent);
    }

    double invert(double transformed) {
        return Math.pow(transformed, 1 / exponent);
    }
}
