package org.lisolo.server.people;

/** What health professionals are; in words as {@code people.profession.<name>}. */
public enum Profession {
    DOCTOR,
    DENTIST,
    PHARMACIST,
    NURSE,
    MIDWIFE,
    PHYSIOTHERAPIST,
    PSYCHOLOGIST,
    NUTRITIONIST,
    LABORATORY_SCIENTIST,
    RADIOGRAPHER,
    PUBLIC_HEALTH_OFFICER,
    COMMUNITY_HEALTH_WORKER
}
