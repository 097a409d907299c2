/** Instances: one linked account each, with its webhook, its settings, its memory, and the link to a WhatsApp that is not there. */
@NullMarked
package groupwatch.simulator.instance;

import org.jspecify.annotations.NullMarked;
