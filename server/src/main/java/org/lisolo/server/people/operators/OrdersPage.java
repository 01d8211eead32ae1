package org.lisolo.server.people.operators;

import org.lisolo.server.people.ProfessionalOrder;
import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * The registers.
 *
 * @param name of another one, as typed
 */
public record OrdersPage(List<ProfessionalOrder> orders, String name, List<Problem> problems) {
    public OrdersPage {
        orders = List.copyOf(orders);
        problems = List.copyOf(problems);
    }
}
