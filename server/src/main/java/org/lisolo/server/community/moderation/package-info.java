/**
 * What people report in spaces and what moderators decide: measures in time, what waits before it
 * is shown, appeals, and a log that everybody reads.
 */
@NullMarked
package org.lisolo.server.community.moderation;

import org.jspecify.annotations.NullMarked;
