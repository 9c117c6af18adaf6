// A resolution as it will be on paper, with the numbers of its clauses in the margin.
import type { CSSProperties } from "react";
import type { Schemas } from "../../api";
import { useMessages } from "../../i18n";
import { messages } from "./messages";
import style from "./resolutions.module.css";

type Block = Schemas["TextBlock"];
type Run = Schemas["TextRun"];

/** What a field is called in words; its own name where it is not known. */
export function useFieldName() {
  const m = useMessages(messages);
  return (field: string) => (m.fields as Record<string, string>)[field] ?? field;
}

/** A title with words for its fields: "Resolution to endorse [candidate]". */
export function useTitle() {
  const fieldName = useFieldName();
  return (title: string) => title.replace(/\{([a-z_]+)\}/g, (_, field: string) => `[${fieldName(field)}]`);
}

function RunView({ run }: { run: Run }) {
  const fieldName = useFieldName();
  if (run.missing) return <mark className={style.missing}>[{fieldName(run.text)}]</mark>;
  const text = run.italic ? <em>{run.text}</em> : run.text;
  return run.bold ? <strong>{text}</strong> : text;
}

function BlockView({ block }: { block: Block }) {
  const runs = block.runs.map((run, at) => <RunView key={at} run={run} />);
  if (block.kind === "heading") return <h3>{runs}</h3>;
  const item = block.kind === "item";
  return (
    <p
      className={item ? `${style.block} ${style.item}` : style.block}
      style={item ? ({ "--level": block.level } as CSSProperties) : undefined}
    >
      {block.label && <span className={style.label}>{block.label}</span>}
      {block.marker && <span className={style.marker}>{block.marker}</span>}
      {block.lead && <span className={style.lead}>{block.lead} </span>}
      {runs}
    </p>
  );
}

export const DocumentView = ({ document }: { document: Schemas["TextDocument"] }) => {
  const title = useTitle();
  return (
    <article className={style.paper} lang={document.language || undefined}>
      {document.title && <h2>{title(document.title)}</h2>}
      {document.blocks.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </article>
  );
};
