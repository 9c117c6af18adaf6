import { useMemo } from "react";
import { useMessages } from "../i18n";
import style from "./diff_view.module.css";
import { difference } from "./difference";
import { messages } from "./messages";

/** Two versions of a text in one: added underlined, removed struck through, both also said aloud. */
export function DiffView({ before, after }: { before: string; after: string }) {
  const m = useMessages(messages);
  const pieces = useMemo(() => difference(before, after), [before, after]);
  return (
    <div className={style.diff}>
      {pieces.map((piece, at) =>
        piece.kind === "same" ? (
          <span key={at}>{piece.text}</span>
        ) : piece.kind === "added" ? (
          <ins key={at}>
            <span className="visually-hidden">[{m.changes.added}: </span>
            {piece.text}
            <span className="visually-hidden">]</span>
          </ins>
        ) : (
          <del key={at}>
            <span className="visually-hidden">[{m.changes.removed}: </span>
            {piece.text}
            <span className="visually-hidden">]</span>
          </del>
        ),
      )}
    </div>
  );
}
