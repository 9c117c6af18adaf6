import type { Feature } from "../../app/feature";
import { useCount } from "../../app/use_count";

export const people: Feature = {
  routes: [
    { path: "people", lazy: async () => ({ Component: (await import("./people_page")).PeoplePage }) },
    { path: "people/:id", lazy: async () => ({ Component: (await import("./person_page")).PersonPage }) },
  ],
  navigation: [
    {
      group: "first",
      order: 20,
      to: "/people",
      label: { en: "People", es: "Personas" },
      needs: "see_people",
      // Not at every change: hundreds of thousands are counted, and an import changes them every second.
      useCount: () => useCount("/people/count", { every: 60_000 }),
    },
  ],
};
