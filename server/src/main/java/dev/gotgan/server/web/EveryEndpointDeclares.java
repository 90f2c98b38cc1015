package dev.gotgan.server.web;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Refuses to start a server that has an endpoint without a [Requires].
public final class EveryEndpointDeclares implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping endpoints;

    public EveryEndpointDeclares(RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.hasMethodAnnotation(Requires.class)) {
                throw new IllegalStateException(mapping + " declares no access rule: " + method);
            }
        });
    }
}
