import type { Feature } from "../../app/feature";

export const slates: Feature = {
  routes: [
    { path: "slates", lazy: async () => ({ Component: (await import("./first_board")).FirstBoard }) },
    { path: "slates/:id", lazy: async () => ({ Component: (await import("./board_page")).BoardPage }) },
    {
      path: "candidates",
      lazy: async () => ({ Component: (await import("./candidates_page")).CandidatesPage }),
    },
    {
      path: "candidates/:id",
      lazy: async () => ({ Component: (await import("./candidate_page")).CandidatePage }),
    },
  ],
  navigation: [
    { group: "organize", order: 20, to: "/slates", label: { en: "Slate board", es: "Tablero de planilla" } },
    { group: "organize", order: 30, to: "/candidates", label: { en: "Candidates", es: "Candidaturas" } },
  ],
};
