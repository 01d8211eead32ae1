/** What the law asks beside the feature and the test that meets it, and what is missing. */
@NullMarked
package org.lisolo.server.web.safeguards;

import org.jspecify.annotations.NullMarked;
