import type { Feature } from "../../app/feature";

export const decisions: Feature = {
  routes: [
    {
      path: "drives/:id/decision",
      lazy: async () => ({ Component: (await import("./drive_decision_page")).DriveDecisionPage }),
    },
    {
      path: "organizations/:id/decision-rule",
      lazy: async () => ({ Component: (await import("./rule_page")).RulePage }),
    },
  ],
};
