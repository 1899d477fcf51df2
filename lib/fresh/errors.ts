const STATUS_TEXT = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  418: "I'm a teapot",
  421: "Misdirected Request",
  422: "Unprocessable Entity",
  423: "Locked",
  424: "Failed Dependency",
  425: "Too Early",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  451: "Unavailable For Legal Reasons",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  505: "HTTP Version Not Supported",
  506: "Variant Also Negotiates",
  507: "Insufficient Storage",
  508: "Loop Detected",
  510: "Not Extended",
  511: "Network Authentication Required",
} as const;

/** Every status that says a request failed. */
type ErrorStatus = keyof typeof STATUS_TEXT;

/** Ends a request with an HTTP status; the nearest error page renders it. */
export class HttpError extends Error {
  override readonly name = "HttpError";

  constructor(public status: ErrorStatus, message?: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** The response to an error that no error page took. What is not an `HttpError` keeps its words to the console. */
export function plainResponse(error: unknown): Response {
  if (!(error instanceof HttpError) || error.status >= 500) console.error(error);
  return error instanceof HttpError
    ? new Response(error.message || STATUS_TEXT[error.status], { status: error.status })
    : new Response("Internal server error", { status: 500 });
}
