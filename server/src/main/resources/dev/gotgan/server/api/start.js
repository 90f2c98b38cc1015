// Changes by cookie need the CSRF token, so the page fetches it before it tries one.
const token = async () => (await (await fetch("/api/v1/auth/me")).json()).csrf_token;

SwaggerUIBundle({
  url: "/api/v1/openapi.yaml",
  dom_id: "#api",
  requestInterceptor: async (request) => {
    if (!["GET", "HEAD"].includes((request.method ?? "GET").toUpperCase())) {
      request.headers["X-CSRF-Token"] = await token();
    }
    return request;
  },
});
