import type { Feature } from "../../app/feature";

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
    },
  ],
};
