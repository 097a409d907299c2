/** Language models, whoever's they are: asked with a time limit, within a budget, and again when that makes sense. */
@NullMarked
package groupwatch.summary.model;

import org.jspecify.annotations.NullMarked;
