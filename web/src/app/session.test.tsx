import { QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { makeQueryClient, useGet } from "../api";
import { setLanguage } from "../i18n";
import { SessionProvider, useSessionQuery } from "./session";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

function Rows() {
  useGet("/imports/1");
  return null;
}

function App() {
  const session = useSessionQuery().data;
  return session ? (
    <SessionProvider session={session}>
      <Rows />
    </SessionProvider>
  ) : null;
}

it("asks for everything in the account's language, whatever the browser's", async () => {
  localStorage.clear();
  setLanguage("es", false);
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string | Request, options?: RequestInit) => {
    const path = new URL(typeof address === "string" ? address : address.url, "http://localhost").pathname;
    asked.push(`${path} ${new Headers(options?.headers).get("Accept-Language")}`);
    const body = path.endsWith("/session") ? { user: { language: "en" }, can: {} } : {};
    return new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });
  });
  const settled = () => act(() => new Promise((done) => setTimeout(done, 20)));
  act(() =>
    createRoot(document.createElement("div")).render(
      <QueryClientProvider client={makeQueryClient()}>
        <App />
      </QueryClientProvider>,
    ),
  );
  await settled();
  await settled();
  expect(asked).toEqual(["/api/v1/session es", "/api/v1/imports/1 en"]);
});
