/** What measurements print: Markdown tables of medians with their least and greatest, the machine, and whether goals were met. */
@NullMarked
package groupwatch.bench.report;

import org.jspecify.annotations.NullMarked;
