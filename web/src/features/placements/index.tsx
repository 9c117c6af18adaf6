import { useGet } from "../../api";
import type { Feature } from "../../app/feature";
import { useSession } from "../../app/session";

function useWaiting() {
  const { can } = useSession();
  const waiting = useGet<{ waiting: number }>("/placements/count", {
    topics: ["placement"],
    enabled: can.lead_people,
  });
  return waiting.data?.waiting || undefined;
}

export const placements: Feature = {
  routes: [
    {
      path: "placements",
      lazy: async () => ({ Component: (await import("./placements_page")).PlacementsPage }),
    },
    { path: "join-page", lazy: async () => ({ Component: (await import("./join_page_page")).JoinPagePage }) },
  ],
  navigation: [
    {
      group: "reach",
      order: 10,
      to: "/placements",
      label: { en: "To place", es: "Por ubicar" },
      needs: "lead_people",
      useCount: useWaiting,
    },
  ],
};
