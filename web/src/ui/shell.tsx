// The frame of the organizer's app: a dark side with the places to go, a drawer on narrow screens.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { NavLink, useLocation } from "react-router";
import { type MenuEntry, Menu } from "./overlay";
import style from "./shell.module.css";

export interface NavigationItem {
  to: string;
  label: string;
  /** Beside it: how many there are, or how many wait. */
  count?: ReactNode;
}

export interface NavigationGroup {
  /** None for the first, untitled group. */
  title?: string;
  items: NavigationItem[];
}

export interface AppShellProps {
  /** The workspace's name; a menu opens from it. */
  place: string;
  menu: (MenuEntry | string)[];
  navigation: NavigationGroup[];
  words: { skip: string; navigation: string; openMenu: string; closeMenu: string };
  children: ReactNode;
}

export function AppShell({ place, menu, navigation, words, children }: AppShellProps) {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const shownFirst = useRef(true);
  useEffect(() => {
    setOpen(false);
    // A new page begins at its top, for the eye and for the screen reader.
    if (!shownFirst.current) main.current?.focus({ preventScroll: true });
    shownFirst.current = false;
    window.scrollTo(0, 0);
  }, [pathname]);
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      toggle.current?.focus();
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [open]);
  return (
    <div className={style.shell}>
      <a className={style.skip} href="#main">
        {words.skip}
      </a>
      <div className={style.top}>
        <NavLink to="/" className={style.mark}>
          WALLCHART
        </NavLink>
        <button
          ref={toggle}
          type="button"
          className={style.toggle}
          aria-label={words.openMenu}
          aria-expanded={open}
          aria-controls="side"
          onClick={() => setOpen(true)}
        >
          <span aria-hidden>☰</span>
        </button>
      </div>
      <nav id="side" className={style.side} data-open={open || undefined} aria-label={words.navigation}>
        <NavLink to="/" className={style.mark} tabIndex={0}>
          WALLCHART
        </NavLink>
        <Menu
          target={
            <button type="button" className={style.place}>
              {place} <span aria-hidden>▾</span>
            </button>
          }
          entries={menu}
        />
        {navigation.map((group, at) => (
          <div key={at} role="group" aria-label={group.title}>
            {group.title && <div className={style.group}>{group.title}</div>}
            {group.items.map((item) => (
              <NavLink key={item.to} to={item.to} className={style.entry}>
                <span>{item.label}</span>
                {item.count !== undefined && item.count !== null && <span>{item.count}</span>}
              </NavLink>
            ))}
          </div>
        ))}
      </nav>
      <button
        type="button"
        className={style.curtain}
        aria-label={words.closeMenu}
        onClick={() => setOpen(false)}
      />
      <main id="main" ref={main} className={style.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

export interface PosterProps {
  /** Above the title, small. */
  over?: ReactNode;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}

/** A page outside the app, as a poster: one thing to do. */
export function Poster({ over, title, lead, children, foot }: PosterProps) {
  useEffect(() => {
    document.title = `${title} · Wallchart`;
  }, [title]);
  return (
    <div className={style.poster}>
      <header className={style.band}>
        {over && <small>{over}</small>}
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </header>
      <main className={style.bandBody}>{children}</main>
      {foot && <footer className={style.bandFoot}>{foot}</footer>}
    </div>
  );
}
