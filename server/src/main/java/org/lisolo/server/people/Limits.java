package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.util.UUID;

/**
 * What people had limited of the use of their words: the module that keeps the words answers this,
 * and holds to it from then on, for what is there and what is to come.
 */
public interface Limits {
    /** What was granted. The codes are stored; each forbids what the ones above it do. */
    enum Kind {
        /** The words are kept, and read by nobody but those who decide. */
        RESTRICTION(1),
        /** They are left out of research and surveillance. */
        OBJECTION(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /**
     * Limits the use of all that the author of a message wrote, and will write, to an organisation.
     *
     * @param request by which it was asked
     * @throws Problem if the organisation has no such message
     */
    void impose(Kind kind, OrganisationId organisation, UUID message, UUID request, AccountId by);

    /** Ends what was granted by a request. */
    void lift(OrganisationId organisation, UUID request);

    /** Of how many people the words are limited by a request. */
    int standing(OrganisationId organisation, UUID request);
}
