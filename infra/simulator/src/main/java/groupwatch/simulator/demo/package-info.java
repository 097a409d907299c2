/**
 * The demo: two weeks in eight invented groups, told by hand-written scripts ({@code *.chat}), and the talk that goes on
 * afterwards, made from hand-written snatches of dialogue ({@code *.talk}). The resources' README says how to write
 * them, and what there is to be found in the story. Everything follows from a seed, the first day and the time: the same
 * demo started twice tells the same messages under the same ids.
 */
@NullMarked
package groupwatch.simulator.demo;

import org.jspecify.annotations.NullMarked;
