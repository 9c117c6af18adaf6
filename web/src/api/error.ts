// What the server answers when it can't do what was asked (RFC 9457), as an exception to catch by kind.

import { serverText } from "../i18n/server_text";

export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "stale"
  | "too_large"
  | "too_many"
  | "unsupported"
  | "unavailable"
  | "offline";

export interface FieldFault {
  pointer: string;
  message: string;
}

export class ApiError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly status: number,
    message: string,
    /** What is wrong with single fields: `pointer` is "/email". */
    readonly fields: FieldFault[] = [],
    /** The server's number of the request, for whoever reads its log. */
    readonly requestId = "",
  ) {
    super(message);
    this.name = "ApiError";
  }

  /** The fault of one field: `error.field("email")`. */
  field(name: string): string | undefined {
    return this.fields.find((fault) => fault.pointer === `/${name}` || fault.pointer === name)?.message;
  }
}

/** The faults of a form's fields by name, whatever was thrown. */
export const fieldFaults = (error: unknown): Record<string, string> =>
  error instanceof ApiError
    ? Object.fromEntries(error.fields.map((fault) => [fault.pointer.replace(/^\//, ""), fault.message]))
    : {};

export const isKind = (error: unknown, kind: ErrorKind) => error instanceof ApiError && error.kind === kind;

const kinds: Record<number, ErrorKind> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  412: "stale",
  413: "too_large",
  415: "unsupported",
  422: "invalid",
  429: "too_many",
};

/** From an answer's status and its problem document, which may be missing. */
export function toApiError(status: number, problem: unknown): ApiError {
  const given = (problem && typeof problem === "object" ? problem : {}) as Record<string, unknown>;
  const type = String(given.type ?? "").replace(/^\/problems\//, "");
  const known = Object.values(kinds).includes(type as ErrorKind) || type === "unavailable";
  const fields = Array.isArray(given.errors)
    ? (given.errors as FieldFault[]).map((fault) => ({ ...fault, message: serverText(fault.message) }))
    : [];
  return new ApiError(
    known ? (type as ErrorKind) : (kinds[status] ?? "unavailable"),
    status,
    serverText(String(given.detail ?? given.title ?? `HTTP ${status}`)),
    fields,
    String(given.instance ?? ""),
  );
}
