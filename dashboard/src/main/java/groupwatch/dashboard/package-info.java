/**
 * The one origin. A request to {@code /api/**} is known by its token ({@code access}), held to its rate, looked up in the allow-list, and
 * passed on with a suite token in place of the caller's own; the answer flows back as it comes ({@code forward}). What is not on the list is
 * 404, a service that is away 503. {@code health} asks all services at once. Nothing is kept here.
 */
@NullMarked
package groupwatch.dashboard;

import org.jspecify.annotations.NullMarked;
