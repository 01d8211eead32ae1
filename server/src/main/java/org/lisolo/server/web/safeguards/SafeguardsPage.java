package org.lisolo.server.web.safeguards;

import java.util.List;

/** The points of the law, as everybody may read them. */
public record SafeguardsPage(List<Safeguard> all) {
    public List<String> laws() {
        return Safeguards.LAWS;
    }

    public List<Safeguard> of(String law) {
        return all.stream().filter(one -> one.law().equals(law)).toList();
    }

    public long count(String state) {
        return all.stream().filter(one -> one.state().equals(state)).count();
    }
}
