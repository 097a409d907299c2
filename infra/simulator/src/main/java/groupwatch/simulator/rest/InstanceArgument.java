package groupwatch.simulator.rest;

import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.instance.Instances;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The {@code {instance}} of a path, for whoever has a key: whether it exists is answered before the key is looked at. */
@Component
class InstanceArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    private final Instances instances;
    private final ApiKeys keys;

    InstanceArgument(Instances instances, ApiKeys keys) {
        this.instances = instances;
        this.keys = keys;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Instance.class);
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        Map<String, String> variables = exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var name = variables.getOrDefault("instance", "");
        return Mono.fromSupplier(() -> {
            var instance = instances
                    .find(name)
                    .orElseThrow(() -> EvolutionException.notFound("The \"" + name + "\" instance does not exist"));
            keys.demandFor(instance, exchange);
            return instance;
        });
    }
}
