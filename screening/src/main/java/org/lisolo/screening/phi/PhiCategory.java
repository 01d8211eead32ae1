package org.lisolo.screening.phi;

/**
 * The identifiers of 45 CFR 164.514(b)(2)(i), with the letter of each there, and stories that point
 * at one person, which (b)(2)(ii) means by actual knowledge.
 */
public enum PhiCategory {
    /** (A), of the person, of relatives, employers and household. */
    NAME("name"),
    /** (B), smaller than a province; a place of care too. */
    LOCATION("location"),
    /** (C), more exact than a year. */
    DATE("date"),
    /** (C), over 89. */
    AGE("age"),
    /** (D). */
    PHONE("phone"),
    /** (E). */
    FAX("fax"),
    /** (F). */
    EMAIL("email"),
    /** (G); in France the NIR. */
    SSN("ssn"),
    /** (H). */
    MRN("mrn"),
    /** (I). */
    HEALTH_PLAN("health_plan"),
    /** (J), mobile money too. */
    ACCOUNT("account"),
    /** (K), passports and voter cards too. */
    LICENSE("license"),
    /** (L). */
    VEHICLE("vehicle"),
    /** (M). */
    DEVICE("device"),
    /** (N). */
    URL("url"),
    /** (O). */
    IP("ip"),
    /** (P). */
    BIOMETRIC("biometric"),
    /** (Q). */
    PHOTO("photo"),
    /** (R). */
    OTHER_ID("other_id"),
    /**
     * A rare condition, a place, a time and kinship or office that together point at one person.
     */
    STORY("story");

    private final String key;

    PhiCategory(String key) {
        this.key = key;
    }

    /** As the bundle of words names it. */
    String key() {
        return key;
    }
}
