package org.lisolo.server.people;

/**
 * In what a professional or a service is versed; in words as {@code people.speciality.<name>}. A
 * name that stands here is kept in databases and stays.
 */
public enum Speciality {
    ANAESTHESIA,
    CARDIOLOGY,
    DERMATOLOGY,
    EMERGENCY_MEDICINE,
    ENDOCRINOLOGY,
    ENT,
    FAMILY_MEDICINE,
    GASTROENTEROLOGY,
    GENERAL_MEDICINE,
    GERIATRICS,
    GYNAECOLOGY,
    HAEMATOLOGY,
    INFECTIOUS_DISEASES,
    INTENSIVE_CARE,
    INTERNAL_MEDICINE,
    LABORATORY_MEDICINE,
    NEONATOLOGY,
    NEPHROLOGY,
    NEUROLOGY,
    NEUROSURGERY,
    NUTRITION,
    ONCOLOGY,
    OPHTHALMOLOGY,
    ORTHOPAEDICS,
    PAEDIATRICS,
    PATHOLOGY,
    PSYCHIATRY,
    PUBLIC_HEALTH,
    PULMONOLOGY,
    RADIOLOGY,
    REHABILITATION,
    RHEUMATOLOGY,
    STOMATOLOGY,
    SURGERY,
    TROPICAL_MEDICINE,
    UROLOGY
}
