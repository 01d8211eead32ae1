package org.lisolo.server.people;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Opens the keys at the start, so that a server whose keys and database are not of one pair refuses
 * to start. It would otherwise be noticed when nobody can sign in.
 */
@Component
final class KeyProof implements InitializingBean {
    private final PeopleKey key;

    KeyProof(PeopleKey key) {
        this.key = key;
    }

    @Override
    public void afterPropertiesSet() {
        key.seal().mark();
    }
}
