/** What people are told of, on a page and, if they wish, by letters that tell no words. */
@NullMarked
package org.lisolo.server.community.notices;

import org.jspecify.annotations.NullMarked;
