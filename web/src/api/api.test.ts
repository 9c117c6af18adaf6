import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { ApiError, address, fieldFaults, invalidateTopics, request } from ".";

afterEach(() => vi.unstubAllGlobals());

const answers = (status: number, body: unknown) => {
  const fetch = vi.fn(
    async (..._: Parameters<typeof globalThis.fetch>) => new Response(JSON.stringify(body), { status }),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
};

it("leaves empty parameters out of an address", () => {
  expect(address("/people", { search: "ana", cursor: null, limit: 50, kinds: [] })).toBe(
    "/api/v1/people?search=ana&limit=50",
  );
});

it("sends the header that other sites' pages can't, and the revision seen", async () => {
  const fetch = answers(200, { id: "1" });
  await request("PATCH", "/people/1", { note: "" }, { revision: "77" });
  const headers = fetch.mock.calls[0]![1]!.headers as Record<string, string>;
  expect(headers["X-Wallchart"]).toBe("1");
  expect(headers["If-Match"]).toBe('"77"');
});

it("throws a problem with the faults of its fields", async () => {
  answers(400, {
    type: "/problems/invalid",
    detail: "Some fields are not right.",
    errors: [{ pointer: "/email", message: "This is not an e-mail address." }],
  });
  const error = await request("POST", "/people", {}).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect((error as ApiError).kind).toBe("invalid");
  expect(fieldFaults(error)).toEqual({ email: "This is not an e-mail address." });
});

it("tells an absent network from a server's refusal", async () => {
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("Failed to fetch");
  });
  const error = await request("GET", "/session").catch((thrown: unknown) => thrown);
  expect((error as ApiError).kind).toBe("offline");
});

it("makes stale only what depends on the changed table", async () => {
  const queries = new QueryClient();
  await queries.fetchQuery({ queryKey: ["people"], queryFn: () => 1, meta: { topics: ["person"] } });
  await queries.fetchQuery({ queryKey: ["drives"], queryFn: () => 2, meta: { topics: ["drive"] } });
  await invalidateTopics(queries, ["person", "membership"]);
  expect(queries.getQueryState(["people"])!.isInvalidated).toBe(true);
  expect(queries.getQueryState(["drives"])!.isInvalidated).toBe(false);
});
