import { computed, reactive, readonly } from "vue";
import { bindSession, Refused, type Problem, type Shape } from "../wire/client";
import { closeEvents, openEvents } from "../wire/events";

/** Who is signed in, as the server says it. */
export type Session = Shape<"Session">;
export type Person = NonNullable<Session["person"]>;
export type Grant = Shape<"Grant">;
export type Role = Grant["role"];

const state = reactive<{ session: Session | null; chosen: Person | null; ended: boolean }>({
  session: null,
  chosen: null,
  ended: false,
});

/** What is known of the session; null until the server has been asked. */
export const session = readonly(state);

/** Who acts: who signed in, or, where the server asks for no sign-in, who was chosen. */
export const person = computed<Person | null>(() => state.session?.person ?? state.chosen);

/** Whether somebody may go on to the rooms of the console. */
export const isInside = computed(
  () => state.session !== null && person.value !== null && !state.session.mustChange,
);

/** Whether the caller's roles permit an operation of the contract; the server decides again on every request. */
export function may(operation: string): boolean {
  return state.session !== null && state.session.operations.includes(operation);
}

export function hasRole(...roles: Role[]): boolean {
  return person.value?.grants.some((grant) => roles.includes(grant.role)) ?? false;
}

/** The enterprise that the caller speaks for, if that is all that he may do. */
export const ownEnterprise = computed(() => {
  const grants = person.value?.grants ?? [];
  return grants.length > 0 && grants.every((grant) => grant.role === "ENTERPRISE")
    ? (grants[0]?.enterprise ?? null)
    : null;
});

function took(given: Session): void {
  state.session = given;
  bindSession(given.csrf, () => {
    state.ended = state.session?.person !== null;
    void readSession();
  });
  if (isInside.value) {
    openEvents();
  } else {
    closeEvents();
  }
}

async function send(path: string, method: string, body?: unknown): Promise<Session> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  if (state.session?.csrf) {
    headers["X-CSRF-Token"] = state.session.csrf;
  }
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  } catch {
    throw new Refused({ status: 0, title: "unreachable" });
  }
  const said: unknown = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused({ ...(said as Problem), status: response.status });
  }
  return said as Session;
}

export async function readSession(): Promise<void> {
  took(await send("/api/v1/session", "GET"));
}

export async function signIn(account: string, password: string): Promise<void> {
  took(await send("/api/v1/session", "POST", { account, password }));
  state.ended = false;
}

export async function changePassword(current: string, next: string): Promise<void> {
  took(await send("/api/v1/session/password", "POST", { current, next }));
}

/** Ends the session and begins anew: nothing that was read for one person stays in the page for the next. */
export async function signOut(): Promise<void> {
  if (state.session?.signIn !== "NONE") {
    await send("/api/v1/session", "DELETE");
  }
  closeEvents();
  location.hash = "";
  location.reload();
}

/** Where the server asks for no sign-in, the person at this machine says who acts. */
export function actAs(who: Person): void {
  state.chosen = who;
  openEvents();
}
