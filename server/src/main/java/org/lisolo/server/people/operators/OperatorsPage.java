package org.lisolo.server.people.operators;

import org.lisolo.server.people.Colleague;
import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * Those who look after the platform.
 *
 * @param email of another one, as typed
 */
public record OperatorsPage(List<Colleague> operators, String email, List<Problem> problems) {
    public OperatorsPage {
        operators = List.copyOf(operators);
        problems = List.copyOf(problems);
    }
}
