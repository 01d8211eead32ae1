package org.lisolo.server.people.operators;

import org.lisolo.server.people.ProfessionalOrder;
import org.lisolo.server.platform.Problem;

import java.util.List;

/** One register to change. */
public record OrderPage(ProfessionalOrder order, List<Problem> problems) {
    public OrderPage {
        problems = List.copyOf(problems);
    }
}
