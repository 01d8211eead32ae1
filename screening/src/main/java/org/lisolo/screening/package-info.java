/** What a text contains: rules and where they matched, without framework or database. */
@NullMarked
package org.lisolo.screening;

import org.jspecify.annotations.NullMarked;
