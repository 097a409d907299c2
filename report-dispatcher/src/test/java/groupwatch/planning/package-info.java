/** The plans of reports and the page that ends them as a service of their own, so that their tests need no mail server and no topics. */
@NullMarked
package groupwatch.planning;

import org.jspecify.annotations.NullMarked;
