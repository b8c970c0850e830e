package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Task;
import java.time.LocalTime;

/**
 * What a new reminder is to remind of.
 *
 * @param scheduled how many of the task's reminders are still to come
 * @param dayStart the time of day from which a date counts for the person
 */
public record Occasion(Task task, int scheduled, LocalTime dayStart) {}
