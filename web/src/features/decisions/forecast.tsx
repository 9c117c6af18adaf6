import type { Schemas } from "../../api";
import { useFormat, useMessages } from "../../i18n";
import { Badge, type Tone } from "../../ui";
import { messages } from "./messages";

const tones: Record<Schemas["Expectation"], Tone> = {
  too_few: "plain",
  likely: "good",
  open: "warn",
  unlikely: "bad",
};

/** What to expect of a vote of the members as people are assessed today. */
export function Forecast({ forecast }: { forecast: Schemas["VoteForecast"] }) {
  const m = useMessages(messages);
  const { number, percent } = useFormat();
  const { expectation, asked, share, low, high, needed, more } = forecast;
  return (
    <p>
      <Badge tone={tones[expectation]}>{m.expectations[expectation]}</Badge>{" "}
      <span className="hint">
        {expectation === "too_few"
          ? m.tooFewText(number(asked))
          : m.forecastText(percent(share), number(asked), percent(low), percent(high), needed)}
        {more > 0 && ` ${m.moreSupporters(number(more))}`}
      </span>
    </p>
  );
}
