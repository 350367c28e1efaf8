package io.github.feishuhire.command.setup;

/**
 * A setting that somebody has made, without its value.
 *
 * @param name such as {@code feishu.app-id}
 * @param origin the file with its line, or the variable
 */
public record Setting(String name, String origin) {}
