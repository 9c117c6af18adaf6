import type { Feature } from "../../app/feature";

export const wallChart: Feature = {
  routes: [
    {
      path: "drives/:id/wall-chart",
      lazy: async () => ({ Component: (await import("./wall_chart_page")).WallChartPage }),
    },
  ],
};
