import type { Feature } from "../../app/feature";

export const resolutions: Feature = {
  routes: [
    {
      path: "resolutions",
      lazy: async () => ({ Component: (await import("./resolutions_page")).ResolutionsPage }),
    },
    {
      path: "resolutions/:id",
      lazy: async () => ({ Component: (await import("./resolution_page")).ResolutionPage }),
    },
    {
      path: "model-texts/:key",
      lazy: async () => ({ Component: (await import("./model_text_page")).ModelTextPage }),
    },
  ],
  navigation: [
    {
      group: "organize",
      order: 40,
      to: "/resolutions",
      label: { en: "Resolutions", es: "Resoluciones" },
      needs: "see_people",
    },
  ],
};
