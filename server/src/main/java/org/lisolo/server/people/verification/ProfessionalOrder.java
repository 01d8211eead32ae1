package org.lisolo.server.people.verification;

/** The orders of DR Congo whose registers we know by name; {@code people.order.<name>}. */
public enum ProfessionalOrder {
    /** Conseil national de l'Ordre des médecins. */
    CNOM,
    /** Conseil national de l'Ordre des pharmaciens. */
    CNOP,
    /** Ordre national des infirmiers du Congo. */
    ONIC
}
