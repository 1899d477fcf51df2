export { App } from "./app.ts";
export type { ListenOptions } from "./serve.ts";
export { createDefine, type Define, page } from "./define.ts";
export { HttpError } from "./errors.ts";
export { staticFiles } from "./middlewares/static_files.ts";
export { csp, type CSPOptions } from "./middlewares/csp.ts";
export { csrf, type CsrfOptions } from "./middlewares/csrf.ts";
export { trailingSlashes } from "./middlewares/trailing_slashes.ts";
export type {
  Context,
  HandlerByMethod,
  HandlerFn,
  LayoutConfig,
  Method,
  Middleware,
  PageProps,
  PageResponse,
  ResolvedFreshConfig,
  RouteConfig,
  RouteHandler,
} from "./types.ts";
