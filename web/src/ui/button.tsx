import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import style from "./button.module.css";

export interface ButtonProps {
  children: ReactNode;
  /** `primary` is the one red action of a page; `quiet` has no edge; `danger` warns by its words too. */
  variant?: "primary" | "plain" | "ink" | "quiet" | "danger";
  size?: "small" | "large";
  /** A page of the app to go to; then it is a link. */
  to?: string;
  /** An address outside the app, such as a download; then it is a link too. */
  href?: string;
  download?: boolean | string;
  onClick?: () => void;
  type?: "button" | "submit";
  /** Shows that it is being done, and takes no second press. */
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  /** What it does, where the child is only a sign. Makes the button square. */
  label?: string;
  form?: string;
  "aria-pressed"?: boolean;
  ref?: ComponentProps<"button">["ref"];
}

/**
 * A double click is one wish: the second press may come before the button shows that it is busy, or fall on the next
 * step's button that has taken its place.
 */
const once = (onClick?: () => void) => (event: MouseEvent) => {
  if (event.detail > 1) event.preventDefault();
  else onClick?.();
};

export function Button(props: ButtonProps) {
  // What is left is given by a Menu, Popover or Tooltip to the button that opens it.
  const {
    children,
    variant = "plain",
    size,
    to,
    href,
    download,
    onClick,
    busy,
    disabled,
    wide,
    label,
    ...rest
  } = props;
  const shared = {
    className: style.button,
    "data-variant": variant,
    "data-size": size,
    "data-wide": wide || undefined,
    "data-icon": label ? true : undefined,
    "aria-label": label,
    title: label,
  };
  if (to !== undefined && !disabled)
    return (
      <RouterLink to={to} onClick={onClick} {...shared}>
        {children}
      </RouterLink>
    );
  if (href !== undefined && !disabled)
    return (
      <a href={href} download={download} onClick={onClick} {...shared}>
        {children}
      </a>
    );
  return (
    <button
      {...rest}
      type={props.type ?? "button"}
      onClick={
        props.type === "submit" || variant === "primary" || variant === "danger" ? once(onClick) : onClick
      }
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...shared}
    >
      {busy && <span className={style.busy} aria-hidden />}
      {children}
    </button>
  );
}

export interface LinkProps {
  to: string;
  children: ReactNode;
  className?: string;
  onClick?: () => void;
  "aria-current"?: ComponentProps<"a">["aria-current"];
  "aria-label"?: string;
}

/** A link to a page of the app. */
export const Link = (props: LinkProps) => <RouterLink {...props} />;
