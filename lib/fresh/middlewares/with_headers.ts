/** Changes a response's headers, on a copy where they are fixed; a protocol upgrade stays as it is. */
export function withHeaders(response: Response, change: (headers: Headers) => void): Response {
  if (response.status === 101) return response;
  try {
    change(response.headers);
    return response;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const copy = new Response(response.body, response);
    change(copy.headers);
    return copy;
  }
}
