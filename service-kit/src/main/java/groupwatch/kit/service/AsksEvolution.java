package groupwatch.kit.service;

import groupwatch.kit.evolution.EvolutionAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/** Beside {@link WebService}: the client of Evolution API, as {@code groupwatch.evolution} says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ImportAutoConfiguration(EvolutionAutoConfiguration.class)
public @interface AsksEvolution {}
