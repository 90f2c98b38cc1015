package dev.gotgan.engine.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// A port of which each call is watched.
public final class Watched {
    private Watched() {}

    public interface Watch {
        /// What it throws is thrown in place of the call.
        void before(String call) throws Exception;

        default void after(String call, Object answer) {}
    }

    public static <T> T port(Class<T> port, T real, Watch watch) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            watch.before(method.getName());
            try {
                var answer = method.invoke(real, arguments);
                watch.after(method.getName(), answer == null ? "" : answer);
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
