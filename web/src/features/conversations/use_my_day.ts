import { type Schemas, useGet } from "../../api";

/** What a conversation changes, for lists that depend on it. */
export const conversationTopics = ["conversation", "assessment", "follow_up"];

export const useMyDay = () =>
  useGet<Schemas["MyDay"]>("/my-day", { topics: [...conversationTopics, "assignment"] });

/** Follow-ups that are due; for the navigation. */
export const useDueCount = () => useMyDay().data?.follow_ups || undefined;
