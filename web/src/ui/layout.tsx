// How a page is laid out: one title that says what it is, one line that says where it stands, one red button.
import { type CSSProperties, type ReactNode, useEffect, useId } from "react";
import { Link } from "./button";
import style from "./layout.module.css";

export interface PageHeaderProps {
  title: string;
  /** Where it stands, in one line: "20,114 people · 312 without a local". */
  status?: ReactNode;
  /** The pages above: [{label: "Drives", to: "/drives"}]. */
  crumbs?: { label: string; to?: string }[];
  /** Buttons; the last may be the page's one red action. */
  actions?: ReactNode;
  /** The browser's title, where it should not be `title`. */
  documentTitle?: string;
}

export function PageHeader({ title, status, crumbs, actions, documentTitle }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${documentTitle ?? title} · Wallchart`;
  }, [title, documentTitle]);
  return (
    <header className={style.header}>
      <div className={style.titles}>
        {crumbs && crumbs.length > 0 && (
          <nav className={style.crumbs} aria-label={title}>
            {crumbs.map((crumb, at) => (
              <span key={at}>
                {at > 0 && <span aria-hidden> › </span>}
                {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}
              </span>
            ))}
          </nav>
        )}
        <h1>{title}</h1>
        {status && <div className={style.status}>{status}</div>}
      </div>
      {actions && <div className={style.actions}>{actions}</div>}
    </header>
  );
}

/** The body of a page; `narrow` for forms and reading. */
export function Page({ children, narrow }: { children: ReactNode; narrow?: boolean }) {
  return <div className={narrow ? `${style.page} ${style.narrow}` : style.page}>{children}</div>;
}

export interface PanelProps {
  title?: ReactNode;
  /** Beside the title: a count, a small button. */
  aside?: ReactNode;
  /** Under the title, what it is for. */
  lead?: ReactNode;
  /** No space around the content: for tables. */
  flush?: boolean;
  children: ReactNode;
  className?: string;
}

/** A sheet on the paper. */
export function Panel({ title, aside, lead, flush, children, className }: PanelProps) {
  const id = useId();
  return (
    <section
      className={className ? `${style.panel} ${className}` : style.panel}
      data-flush={flush || undefined}
      aria-labelledby={title ? id : undefined}
    >
      {(title || aside) && (
        <div className={style.panelHead}>
          {title && <h2 id={id}>{title}</h2>}
          {aside && <div className="hint">{aside}</div>}
        </div>
      )}
      {lead && <p className={style.panelLead}>{lead}</p>}
      {children}
    </section>
  );
}

interface BoxProps {
  children: ReactNode;
  /** Pixels between the children. */
  gap?: number;
}

export const Stack = ({ children, gap }: BoxProps) => (
  <div
    className={style.stack}
    style={{ "--gap": gap === undefined ? undefined : `${gap}px` } as CSSProperties}
  >
    {children}
  </div>
);

export interface RowProps extends BoxProps {
  spread?: boolean;
  align?: string;
  /** Never one under the other. */
  together?: boolean;
}

export const Row = ({ children, gap, spread, align, together }: RowProps) => (
  <div
    className={spread ? `${style.row} ${style.spread}` : style.row}
    data-together={together || undefined}
    style={{ "--gap": gap === undefined ? undefined : `${gap}px`, "--align": align } as CSSProperties}
  >
    {children}
  </div>
);

/** As many equal columns as fit, none narrower than `least` pixels. */
export const Columns = ({ children, least }: { children: ReactNode; least?: number }) => (
  <div className={style.columns} style={{ "--least": least && `${least}px` } as CSSProperties}>
    {children}
  </div>
);

/** A wide and a narrow column; one under the other on narrow screens. */
export const TwoColumns = ({ children }: { children: ReactNode }) => (
  <div className={style.twoThirds}>{children}</div>
);

/** Search, filters and the like above a list. */
export const Toolbar = ({ children }: { children: ReactNode }) => (
  <div className={`${style.toolbar} no-print`}>{children}</div>
);

/** Takes the room that is left in a Toolbar or Row. */
export const Grow = ({ children }: { children: ReactNode }) => <div className={style.grow}>{children}</div>;

export type Tone = "plain" | "good" | "warn" | "bad";

export const Callout = ({ children, tone = "plain" }: { children: ReactNode; tone?: Tone }) => (
  <div className={style.callout} data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
    {children}
  </div>
);

export interface EmptyStateProps {
  title: string;
  /** What to do first. */
  children?: ReactNode;
  action?: ReactNode;
}

export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className={style.empty}>
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </div>
);

/** Names and values: [["E-mail", "ana@example.org"]]. Values that are empty are left out. */
export const Facts = ({ facts }: { facts: [ReactNode, ReactNode][] }) => (
  <dl className={style.facts}>
    {facts
      .filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== false)
      .map(([name, value], at) => (
        <div key={at} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

export const Hint = ({ children }: { children: ReactNode }) => <span className="hint">{children}</span>;

/** Read aloud, not shown. */
export const Hidden = ({ children }: { children: ReactNode }) => (
  <span className="visually-hidden">{children}</span>
);
