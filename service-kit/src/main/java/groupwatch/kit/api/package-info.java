/** How the HTTP APIs of all services look: parameters and bodies read strictly, pages, and JSON as on the topics. */
@NullMarked
package groupwatch.kit.api;

import org.jspecify.annotations.NullMarked;
