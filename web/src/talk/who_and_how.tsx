// Who it is, where they work, and how they can be reached.
import type { Ref } from "react";
import { useMessages } from "../i18n";
import { messages } from "./messages";
import type { DayPerson } from "./phone_store";

/** "(402) 555-0123" for North American numbers; others as they are. */
export const shownPhone = (value: string) => value.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");

export interface WhoAndHowProps {
  person: DayPerson;
  /** The name, for the focus of a page that has just been opened. */
  title: Ref<HTMLHeadingElement>;
  /** Told when they are called or written to. */
  onChannel: (channel: "phone" | "text") => void;
}

export function WhoAndHow({ person, title, onChannel }: WhoAndHowProps) {
  const m = useMessages(messages);
  return (
    <>
      <h1 tabIndex={-1} ref={title}>
        {person.name}
        {person.leader && " ★"}
      </h1>
      <p className="where">
        {[person.department, person.shift, person.worksite, person.organization].filter(Boolean).join(" · ")}
      </p>
      <div className="reach">
        {person.phones.map((phone) => (
          <span key={phone.value}>
            <a href={`tel:${phone.value}`} onClick={() => onChannel("phone")}>
              {m.call} {shownPhone(phone.value)}
            </a>
            {phone.may_text ? (
              <a href={`sms:${phone.value}`} onClick={() => onChannel("text")}>
                {m.text}
              </a>
            ) : (
              <span className="hint">{m.noText}</span>
            )}
          </span>
        ))}
        {person.emails.map((mail) => (
          <a key={mail} href={`mailto:${mail}`}>
            {m.mail}
          </a>
        ))}
        {person.phones.length + person.emails.length === 0 && <span className="hint">{m.noContact}</span>}
        {person.address && <span>{person.address}</span>}
      </div>
    </>
  );
}
