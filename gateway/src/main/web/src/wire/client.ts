import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./contract";

/** A type of the contract by its name. */
export type Shape<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** What the server says when it refuses (RFC 9457). */
export interface Problem {
  status: number;
  title: string;
  detail?: string;
  where?: string;
  expected?: string;
  reason?: string;
}

/** A request that was refused or did not arrive; status 0 if it did not arrive. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

let csrf: string | null = null;
let onSignedOut: () => void = () => undefined;

/** What belongs to every unsafe request of this session, and what happens when the session has ended. */
export function bindSession(token: string | null, signedOut: () => void): void {
  csrf = token;
  onSignedOut = signedOut;
}

const guard: Middleware = {
  onRequest({ request }) {
    if (csrf !== null && request.method !== "GET" && request.method !== "HEAD") {
      request.headers.set("X-CSRF-Token", csrf);
    }
    return request;
  },
  onResponse({ response, request }) {
    if (response.status === 401 && !request.url.endsWith("/api/v1/session")) {
      onSignedOut();
    }
    return response;
  },
};

/** The interface of the gateway, typed by its contract. */
export const api = createClient<paths>({ baseUrl: "/", credentials: "same-origin" });
api.use(guard);

/** The answer of a request, or what was wrong with it as an exception. */
export async function answer<T>(
  asked: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  let given;
  try {
    given = await asked;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") {
      throw failure;
    }
    throw new Refused({ status: 0, title: "unreachable" });
  }
  if (given.data !== undefined && given.data !== null && given.response.ok) {
    return given.data;
  }
  const said = (typeof given.error === "object" && given.error !== null ? given.error : {}) as Partial<Problem>;
  throw new Refused({ title: given.response.statusText, ...said, status: given.response.status });
}
