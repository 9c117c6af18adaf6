import type { Feature } from "../../app/feature";
import { useDueCount } from "./use_my_day";

// Other features take LogConversation from "./log_conversation" and PersonConversations from
// "./person_conversations", so that this entry stays light.
export const conversations: Feature = {
  routes: [{ path: "my-day", lazy: async () => ({ Component: (await import("./my_day_page")).MyDayPage }) }],
  navigation: [
    {
      group: "first",
      order: 10,
      to: "/my-day",
      label: { en: "My day", es: "Mi día" },
      needs: "see_people",
      useCount: useDueCount,
    },
  ],
};
