// A script's Markdown, as much of it as scripts use: headings, paragraphs, lists, bold, emphasis. Made into
// elements, never into HTML text.
import type { ReactNode } from "react";

const inline = (text: string): ReactNode[] =>
  text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*|_[^_]+_)/)
    .map((part, at) =>
      part.startsWith("**") && part.endsWith("**") && part.length > 4 ? (
        <b key={at}>{part.slice(2, -2)}</b>
      ) : /^[*_].+[*_]$/.test(part) ? (
        <em key={at}>{part.slice(1, -1)}</em>
      ) : (
        part
      ),
    );

const item = /^\s*(?:[-*+]|\d+[.)])\s+/;

export function ScriptText({ text }: { text: string }) {
  const blocks = text
    .replace(/\r/g, "")
    .split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m)
    .filter((block) => block.trim());
  return (
    <div className="script">
      {blocks.map((block, at) => {
        const lines = block.split("\n").filter((line) => line.trim());
        if (/^#{1,6}\s/.test(block)) return <h3 key={at}>{inline(block.replace(/^#+\s*/, ""))}</h3>;
        if (lines.every((line) => item.test(line))) {
          const List = /^\s*\d/.test(lines[0]!) ? "ol" : "ul";
          return (
            <List key={at}>
              {lines.map((line, number) => (
                <li key={number}>{inline(line.replace(item, ""))}</li>
              ))}
            </List>
          );
        }
        return <p key={at}>{inline(lines.map((line) => line.replace(/^>\s?/, "")).join(" "))}</p>;
      })}
    </div>
  );
}
