package dev.punctual.gateway.dapr;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A bean of a gateway that stands alone with Kafka and PostgreSQL. */
@Requires(property = WithDapr.PROPERTY, notEquals = "DAPR")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithoutDapr {}
