// Why two records may be one person: each field's share, the strongest first.
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { messages } from "./messages";
import style from "./duplicates.module.css";

export function Reasons({ reasons }: { reasons: Schemas["DuplicateReason"][] }) {
  const m = useMessages(messages);
  if (reasons.length === 0) return null;
  const sorted = reasons
    .filter((one) => Math.abs(one.weight) >= 0.05)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <ul className={style.reasons} aria-label={m.why}>
      {sorted.map((reason) => (
        <li key={reason.field}>
          <b>
            {reason.weight >= 0 ? "+" : "−"}
            {Math.abs(reason.weight).toFixed(1)}
          </b>{" "}
          {m.compared[reason.field] ?? reason.field}: {m.found[reason.found] ?? reason.found}
        </li>
      ))}
    </ul>
  );
}
