package org.lisolo.surveillance.detect;

/** What a detector says of one period. */
public enum Alarm {
    RAISED,
    NOT_RAISED,
    /** No verdict: too little data, or no model could be fitted. */
    UNKNOWN;

    static Alarm of(boolean raised) {
        return raised ? RAISED : NOT_RAISED;
    }

    /** Whether {@code left} is above {@code right}; unknown where either is not a number. */
    static Alarm above(double left, double right) {
        return Double.isNaN(left) || Double.isNaN(right) ? UNKNOWN : of(left > right);
    }
}
