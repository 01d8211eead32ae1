package org.lisolo.surveillance.delay;

import java.time.LocalDate;

/**
 * What one period's count is expected to become.
 *
 * @param onset the day the period begins
 * @param observedSoFar reports of the period so far
 * @param predicted the expected final count: the median, or of chain ladder and {@code lisolo} the
 *     mean; {@code NaN} where the method has no answer
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 */
public record DelayNowcast(
        LocalDate onset, int observedSoFar, double predicted, double lower, double upper) {}
