import { useGet } from "../../api";
import type { Feature } from "../../app/feature";
import { useSession } from "../../app/session";

function useWaiting() {
  const { can } = useSession();
  const waiting = useGet<{ waiting: number }>("/likely-duplicates/count", {
    topics: ["likely_duplicate"],
    enabled: can.lead_people,
  });
  return waiting.data?.waiting || undefined;
}

export const duplicates: Feature = {
  routes: [
    {
      path: "duplicates",
      lazy: async () => ({ Component: (await import("./duplicates_page")).DuplicatesPage }),
    },
  ],
  navigation: [
    {
      group: "keep",
      order: 15,
      to: "/duplicates",
      label: { en: "Duplicates", es: "Repetidos" },
      needs: "lead_people",
      useCount: useWaiting,
    },
  ],
};
