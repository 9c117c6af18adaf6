import { act } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider, createMemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { useUrlState } from "./url_state";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

type State = { search: string; stage: string };
let seen: State;
let set: (changed: Partial<State>) => void;
let tab: (changed: { view: string }) => void;

function Filters() {
  [seen, set] = useUrlState({ search: "", stage: "" });
  [, tab] = useUrlState({ view: "matrix" });
  return null;
}

async function shown(path: string) {
  const router = createMemoryRouter([{ path: "*", element: <Filters /> }], { initialEntries: [path] });
  const root = createRoot(document.createElement("div"));
  await act(async () => {
    root.render(<RouterProvider router={router} />);
    await Promise.resolve();
  });
  return router;
}
const settled = () => act(() => new Promise((done) => setTimeout(done, 20)));

it("keeps what is set one after the other before the address has changed", async () => {
  const router = await shown("/drives?stage=mapped");
  act(() => {
    set({ search: "h" });
    tab({ view: "map" });
    set({ search: "ha" });
  });
  expect(seen).toEqual({ search: "ha", stage: "mapped" });
  await settled();
  expect(seen).toEqual({ search: "ha", stage: "mapped" });
  expect(new URLSearchParams(router.state.location.search).get("view")).toBe("map");
});

it("leaves defaults out, and follows who goes back", async () => {
  const router = await shown("/drives");
  await act(() => router.navigate("/drives?search=port"));
  expect(seen.search).toBe("port");
  act(() => set({ search: "" }));
  await settled();
  expect(router.state.location.search).toBe("");
  await act(() => router.navigate("/drives?search=calder"));
  await act(() => router.navigate(-1));
  await settled();
  expect(seen.search).toBe("");
});
