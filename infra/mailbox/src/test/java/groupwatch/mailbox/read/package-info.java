@org.jspecify.annotations.NullMarked
package groupwatch.mailbox.read;
