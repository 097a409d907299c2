package groupwatch.kit.service;

import groupwatch.kit.objects.ObjectsAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/** Beside {@link WebService}: an {@link groupwatch.kit.objects.ObjectStore}, in a folder or in S3, as {@code groupwatch.objects} says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ImportAutoConfiguration(ObjectsAutoConfiguration.class)
public @interface StoresObjects {}
