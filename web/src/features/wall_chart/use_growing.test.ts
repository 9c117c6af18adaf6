import { act, renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { useGrowing } from "./use_growing";

it("draws what is in sight at once and the rest soon after", async () => {
  vi.useFakeTimers({
    toFake: ["requestAnimationFrame", "cancelAnimationFrame", "setTimeout", "clearTimeout"],
  });
  const { result, rerender } = renderHook(({ total, key }) => useGrowing(total, key), {
    initialProps: { total: 5000, key: "dots" },
  });
  expect(result.current).toBeLessThan(1000);
  // Each step is drawn before the next is asked for.
  for (let steps = 0; steps < 12; steps += 1) await act(() => vi.advanceTimersByTimeAsync(50));
  expect(result.current).toBeGreaterThanOrEqual(5000);
  // What is drawn anew begins anew; what is only fewer does not.
  rerender({ total: 4000, key: "dots" });
  expect(result.current).toBeGreaterThanOrEqual(4000);
  rerender({ total: 5000, key: "names" });
  expect(result.current).toBeLessThan(1000);
  vi.useRealTimers();
});

it("has everything drawn before it is printed", () => {
  const { result } = renderHook(() => useGrowing(5000, "dots"));
  act(() => void window.dispatchEvent(new Event("beforeprint")));
  expect(result.current).toBeGreaterThanOrEqual(5000);
});
