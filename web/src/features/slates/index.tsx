import type { Feature } from "../../app/feature";

export const slates: Feature = {
  routes: [
    { path: "slates", lazy: async () => ({ Component: (await import("./slates_page")).SlatesPage }) },
    { path: "slates/:id", lazy: async () => ({ Component: (await import("./board_page")).BoardPage }) },
    {
      path: "candidates/:id",
      lazy: async () => ({ Component: (await import("./candidate_page")).CandidatePage }),
    },
  ],
  navigation: [
    { group: "organize", order: 60, to: "/slates", label: { en: "Slate board", es: "Tablero de planilla" } },
  ],
};
