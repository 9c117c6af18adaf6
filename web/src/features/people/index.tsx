import type { Feature } from "../../app/feature";

export const people: Feature = {
  routes: [{ path: "people", lazy: async () => ({ Component: (await import("./people_page")).PeoplePage }) }],
  navigation: [
    {
      group: "first",
      order: 20,
      to: "/people",
      label: { en: "People", es: "Personas" },
      needs: "see_people",
    },
  ],
};
