// The way to the server. `client` is typed by the API's own description; `request` takes any path.
import createClient from "openapi-fetch";
import { language } from "../i18n/language";
import { ApiError, toApiError } from "./error";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

export const base = "/api/v1";

/** A page of another site can make a browser send our cookie, but not this header. */
export const ownHeader = { "X-Wallchart": "1" };

export const client = createClient<paths>({
  // The description's paths carry the prefix already.
  baseUrl: globalThis.location?.origin ?? "",
  headers: ownHeader,
  fetch: (request) => globalThis.fetch(request),
});

/** The data of an answer of `client`, or its ApiError thrown. */
export async function unwrap<T>(
  answer: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await answer.catch((cause: unknown) => {
    throw new ApiError("offline", 0, String(cause));
  });
  if (!response.ok) throw toApiError(response.status, error);
  return data as T;
}

export type Query = Record<string, string | number | boolean | string[] | null | undefined>;

/** The address of an operation; empty values are left out. */
export function address(path: string, query?: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (
      value !== undefined &&
      value !== null &&
      value !== "" &&
      !(Array.isArray(value) && value.length === 0)
    )
      search.set(name, String(value));
  const text = search.toString();
  return base + path + (text ? `?${text}` : "");
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RequestOptions {
  query?: Query;
  /** Sent as If-Match: the revision that the user saw. The server answers "stale" when there is a newer one. */
  revision?: string | number | null;
  /** Makes a repeated write count once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Carries out an operation: `request<Person>("PATCH", "/people/1", {note}, {revision})`. Throws ApiError. */
export async function request<T = void>(
  method: Method,
  path: string,
  body?: unknown,
  { query, revision, idempotencyKey, signal }: RequestOptions = {},
): Promise<T> {
  // The server's own words are wanted in the language of the screen.
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language() };
  if (method !== "GET") Object.assign(headers, ownHeader);
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (revision !== undefined && revision !== null) headers["If-Match"] = `"${revision}"`;
  if (idempotencyKey) headers["Idempotency-Key"] = idempotencyKey;
  let response: Response;
  try {
    response = await globalThis.fetch(address(path, query), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      credentials: "same-origin",
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError("offline", 0, String(cause));
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  let answer: unknown;
  try {
    answer = text ? JSON.parse(text) : undefined;
  } catch {
    answer = undefined;
  }
  if (!response.ok) throw toApiError(response.status, answer);
  return answer as T;
}
