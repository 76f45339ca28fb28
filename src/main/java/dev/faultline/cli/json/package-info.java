/** The JSON that the verbs print: documented in docs/json.md, and kept stable. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cli.json;
