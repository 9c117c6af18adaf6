// Words to press, on and off, and one's own beside them.
import { useState } from "react";
import { useMessages } from "../i18n";
import { messages } from "./messages";

export interface ChipsProps {
  label: string;
  options: string[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

export function Chips({ label, options, chosen, onChange }: ChipsProps) {
  const m = useMessages(messages);
  const [adding, setAdding] = useState(false);
  const [own, setOwn] = useState("");
  const shown = [...options, ...chosen.filter((one) => !options.includes(one))];
  const add = () => {
    const text = own.trim().slice(0, 60);
    if (text && !chosen.includes(text)) onChange([...chosen, text]);
    setOwn("");
    setAdding(false);
  };
  return (
    <fieldset>
      <legend className="label">{label}</legend>
      <div className="chips">
        {shown.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(one)}
            onClick={() =>
              onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])
            }
          >
            {one}
          </button>
        ))}
        {adding ? (
          <span className="own">
            <input
              autoFocus
              aria-label={m.own}
              value={own}
              maxLength={60}
              onChange={(event) => setOwn(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
            <button type="button" className="chip" onClick={add}>
              {m.add}
            </button>
          </span>
        ) : (
          <button type="button" className="chip" aria-label={m.own} onClick={() => setAdding(true)}>
            +
          </button>
        )}
      </div>
    </fieldset>
  );
}
