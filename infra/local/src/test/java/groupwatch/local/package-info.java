/** The whole suite, started, asked, stopped in parts, killed. */
@org.jspecify.annotations.NullMarked
package groupwatch.local;
