// A little Markdown, as React elements: no HTML passes through, so there is nothing to escape.
// Headings, paragraphs, lists, quotes, rules; bold, italic, code, links to http(s), mailto and our own pages.
import { type ReactNode, createElement } from "react";
import style from "./markdown.module.css";

const inline =
  /(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(\*|_)(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|( {2,}|\\)\n/u;

export function renderInline(text: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let rest = text;
  for (let key = 0; rest; key++) {
    const found = inline.exec(rest);
    // An underscore inside a word is part of the word.
    if (!found) {
      nodes.push(rest);
      break;
    }
    const before = rest.slice(0, found.index);
    if (before) nodes.push(before);
    if (found[2]) nodes.push(<strong key={key}>{renderInline(found[2])}</strong>);
    else if (found[4]) nodes.push(<em key={key}>{renderInline(found[4])}</em>);
    else if (found[5]) nodes.push(<code key={key}>{found[5]}</code>);
    else if (found[6])
      nodes.push(
        /^(https?:\/\/|mailto:|\/(?!\/))/i.test(found[7]!) ? (
          <a key={key} href={found[7]} rel="noreferrer">
            {renderInline(found[6])}
          </a>
        ) : (
          found[6]
        ),
      );
    else nodes.push(<br key={key} />);
    rest = rest.slice(found.index + found[0].length);
  }
  return nodes;
}

interface ListItem {
  text: string;
}

export function renderBlocks(source: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let paragraph: string[] = [];
  let items: ListItem[] = [];
  let ordered: number | null = null;
  let quote: string[] = [];
  const flush = () => {
    if (paragraph.length) nodes.push(<p key={nodes.length}>{renderInline(paragraph.join("\n"))}</p>);
    if (items.length) {
      const children = items.map((item, at) => <li key={at}>{renderInline(item.text)}</li>);
      nodes.push(
        ordered === null ? (
          <ul key={nodes.length}>{children}</ul>
        ) : (
          <ol key={nodes.length} start={ordered}>
            {children}
          </ol>
        ),
      );
    }
    if (quote.length)
      nodes.push(<blockquote key={nodes.length}>{renderBlocks(quote.join("\n"))}</blockquote>);
    paragraph = [];
    items = [];
    quote = [];
    ordered = null;
  };
  for (const line of source.replace(/\r\n?/g, "\n").split("\n")) {
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const bullet = /^\s*[-*+]\s+(.*)$/.exec(line);
    const numbered = /^\s*(\d{1,9})[.)]\s+(.*)$/.exec(line);
    if (!line.trim()) flush();
    else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      flush();
      nodes.push(<hr key={nodes.length} />);
    } else if (heading) {
      flush();
      // The page's own title is its h1; a text begins below it.
      const level = Math.min(6, heading[1]!.length + 1);
      nodes.push(createElement(`h${level}`, { key: nodes.length }, renderInline(heading[2]!)));
    } else if (line.startsWith(">")) {
      if (!quote.length) flush();
      quote.push(line.replace(/^>\s?/, ""));
    } else if (bullet && (items.length === 0 || ordered === null)) {
      if (!items.length) flush();
      items.push({ text: bullet[1]! });
    } else if (numbered && (items.length === 0 || ordered !== null)) {
      if (!items.length) {
        flush();
        ordered = Number(numbered[1]);
      }
      items.push({ text: numbered[2]! });
    } else if (items.length && /^\s+\S/.test(line)) {
      items[items.length - 1]!.text += `\n${line.trim()}`;
    } else {
      if (items.length || quote.length) flush();
      paragraph.push(line);
    }
  }
  flush();
  return nodes;
}

export const Markdown = ({ source }: { source: string }) => (
  <div className={style.text}>{renderBlocks(source)}</div>
);
