import type { Feature } from "../../app/feature";
import { useCount } from "../../app/use_count";

export const directory: Feature = {
  routes: [
    {
      path: "organizations",
      lazy: async () => ({ Component: (await import("./organizations_page")).OrganizationsPage }),
    },
    {
      path: "organizations/:id",
      lazy: async () => ({ Component: (await import("./organization_page")).OrganizationPage }),
    },
    {
      path: "worksites",
      lazy: async () => ({ Component: (await import("./worksites_page")).WorksitesPage }),
    },
  ],
  navigation: [
    {
      group: "first",
      order: 30,
      to: "/organizations",
      label: { en: "Organizations", es: "Organizaciones" },
      useCount: () => useCount("/organizations/count", { topics: ["organization"] }),
    },
    {
      group: "first",
      order: 40,
      to: "/worksites",
      label: { en: "Worksites", es: "Centros de trabajo" },
      useCount: () => useCount("/worksites/count", { topics: ["worksite"] }),
    },
  ],
};
