/**
 * What in a text points at a person: the identifiers of HIPAA's Safe Harbor (45 CFR 164.514(b)(2)),
 * in French and English and as people write in DR Congo.
 */
@NullMarked
package org.lisolo.screening.phi;

import org.jspecify.annotations.NullMarked;
