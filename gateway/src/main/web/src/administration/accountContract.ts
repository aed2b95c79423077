import { api, type Shape } from "../wire/client";
import type { Client } from "openapi-fetch";

/** An account: who may sign in, and what keeps it shut. */
export interface Account {
  person: string;
  name: string;
  grants: { role: string; region: string | null; enterprise: string | null }[];
  mustChange: boolean;
  madeAt: string;
  madeBy: string;
  changedAt: string;
  lockedAt: string | null;
  shutUntil: string | null;
}

/** What came of an act on an account; a first password is told this once. */
export interface AccountDone {
  person: string;
  initialPassword: string | null;
}

/** What somebody may do from a day on. */
export interface NewGrant {
  id: string;
  role: string;
  name: string;
  region?: string;
  enterprise?: string;
  certificate?: string;
  validFrom: string;
  validUntil?: string;
  by: string;
  note?: string;
}

interface Given<Body> {
  200: { headers: Record<string, unknown>; content: { "application/json": Body } };
}

interface Asks<Body> {
  content: { "application/json": Body };
}

interface AccountPaths {
  "/api/v1/accounts": {
    get: { responses: Given<{ items: Account[] }> };
    post: { requestBody: Asks<{ person: string; by: string; note?: string }>; responses: Given<AccountDone> };
  };
  "/api/v1/accounts/{person}/{act}": {
    post: {
      parameters: { path: { person: string; act: "reset" | "lock" | "unlock" } };
      requestBody: Asks<{ by: string; note: string }>;
      responses: Given<AccountDone>;
    };
  };
  "/api/v1/persons": { post: { requestBody: Asks<NewGrant>; responses: Given<Shape<"CasePerson">> } };
}

/**
 * The operations on accounts and persons, which the contract of this branch does not have yet. Once it has them, this file
 * goes and `api` takes its place.
 */
export const accounts = api as unknown as Client<AccountPaths>;
