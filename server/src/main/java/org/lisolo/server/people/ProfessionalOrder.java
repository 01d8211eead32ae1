package org.lisolo.server.people;

/**
 * A register in which health professionals stand, as the operators keep it.
 *
 * @param code by which claims name it
 * @param checked whether an operator has said that the name is right
 * @param offered whether a professional can choose it now
 */
public record ProfessionalOrder(String code, String name, boolean checked, boolean offered) {}
