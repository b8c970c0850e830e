package dev.punctual.gateway.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the person whom {@link SessionFilter} found to the controllers. */
@Singleton
final class PersonBinder implements TypedRequestArgumentBinder<Person> {
  static final String ATTRIBUTE = Person.class.getName();

  @Override
  public Argument<Person> argumentType() {
    return Argument.of(Person.class);
  }

  @Override
  public BindingResult<Person> bind(
      ArgumentConversionContext<Person> context, HttpRequest<?> source) {
    Optional<Person> person = source.getAttribute(ATTRIBUTE, Person.class);
    return () -> person;
  }
}
