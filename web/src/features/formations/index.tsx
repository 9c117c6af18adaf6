import type { Feature } from "../../app/feature";

export const formations: Feature = {
  routes: [
    {
      path: "formations",
      lazy: async () => ({ Component: (await import("./formations_page")).FormationsPage }),
    },
    {
      path: "formations/:id",
      lazy: async () => ({ Component: (await import("./formation_page")).FormationPage }),
    },
  ],
  navigation: [
    { group: "reach", order: 20, to: "/formations", label: { en: "Formations", es: "Formaciones" } },
  ],
};
