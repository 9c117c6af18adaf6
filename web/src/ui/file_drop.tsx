import { type ReactNode, useState } from "react";
import { useMessages } from "../i18n";
import { Callout, Hint } from "./layout";
import style from "./file_drop.module.css";
import { messages } from "./messages";

export interface FileDropProps {
  /** What to drop: "A list of people (CSV, TSV)". */
  label: string;
  hint?: ReactNode;
  /** As in <input accept>: ".csv,.tsv,.txt". */
  accept?: string;
  /** Megabytes. */
  limit?: number;
  onFile: (file: File) => void;
  /** The file chosen, shown by its name. */
  file?: File | null;
  disabled?: boolean;
}

export function FileDrop({ label, hint, accept, limit = 512, onFile, file, disabled }: FileDropProps) {
  const m = useMessages(messages);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const take = (given: File | null | undefined) => {
    if (!given || disabled) return;
    setTooLarge(given.size > limit * 1024 * 1024);
    if (given.size <= limit * 1024 * 1024) onFile(given);
  };
  return (
    <>
      <label
        className={style.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <strong>{file?.name ?? label}</strong>
        <Hint>{m.dropHere}</Hint>
        {hint && <Hint>{hint}</Hint>}
        <input
          className="visually-hidden"
          type="file"
          accept={accept}
          disabled={disabled}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {tooLarge && <Callout tone="bad">{m.tooLarge(`${limit} MB`)}</Callout>}
    </>
  );
}
