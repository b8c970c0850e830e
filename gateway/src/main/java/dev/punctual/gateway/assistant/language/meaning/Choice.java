package dev.punctual.gateway.assistant.language.meaning;

/**
 * One way to understand words that have more than one.
 *
 * @param say as a person is asked
 * @param instead the words that say it without doubt
 */
public record Choice(String say, String instead) {}
