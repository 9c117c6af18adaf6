import type { Feature } from "../../app/feature";
import { useCount } from "../../app/use_count";

export const drives: Feature = {
  routes: [
    { path: "drives", lazy: async () => ({ Component: (await import("./drives_page")).DrivesPage }) },
    { path: "drives/:id", lazy: async () => ({ Component: (await import("./drive_page")).DrivePage }) },
  ],
  navigation: [
    {
      group: "organize",
      order: 10,
      to: "/drives",
      label: { en: "Drives", es: "Campañas" },
      useCount: () => useCount("/drives/count", { topics: ["drive"] }),
    },
  ],
};
