/** Finds what was said in public and who said it; within a closed space for those inside alone. */
@NullMarked
package org.lisolo.server.community.search;

import org.jspecify.annotations.NullMarked;
