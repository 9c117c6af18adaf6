// A vote in a few words: "41–19", "412–198 votes", "Rivera 34, Stone 30".
import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { messages } from "./messages";

export function useVotesSaid() {
  const m = useMessages(messages);
  const { number } = useFormat();
  return (votes: Schemas["VoteCount"], bySize: boolean): string => {
    const counts =
      votes.choices.length > 0
        ? votes.choices.map((choice) => `${choice.name} ${number(choice.votes)}`).join(", ")
        : `${number(votes.yes)}–${number(votes.no)}`;
    return bySize ? m.inVotes(counts) : counts;
  };
}
