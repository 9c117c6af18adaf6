// What lies over the page: dialogs, drawers, menus, hints.
import {
  Drawer as LibraryDrawer,
  Menu as LibraryMenu,
  Modal as LibraryModal,
  Tooltip as LibraryTooltip,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactElement, ReactNode } from "react";
import { useNavigate } from "react-router";
import { useMessages } from "../i18n";
import { messages } from "./messages";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  size?: "small" | "medium" | "large" | "full";
}

const widths = { small: 400, medium: 560, large: 880, full: "96vw" } as const;

export const useIsPhone = () =>
  useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });

/** A dialog; the whole screen on phones. */
export function Modal({ open, onClose, title, children, size = "medium" }: DialogProps) {
  const m = useMessages(messages);
  return (
    <LibraryModal
      opened={open}
      onClose={onClose}
      title={title}
      size={widths[size]}
      fullScreen={useIsPhone()}
      closeButtonProps={{ "aria-label": m.close }}
      overlayProps={{ backgroundOpacity: 0.45 }}
    >
      {children}
    </LibraryModal>
  );
}

/** Beside the page, from the right: for looking at one of many without losing the list. */
export function Drawer({ open, onClose, title, children, size = "medium" }: DialogProps) {
  const m = useMessages(messages);
  return (
    <LibraryDrawer
      opened={open}
      onClose={onClose}
      title={title}
      position="right"
      size={widths[size]}
      closeButtonProps={{ "aria-label": m.close }}
      overlayProps={{ backgroundOpacity: 0.3 }}
    >
      {children}
    </LibraryDrawer>
  );
}

export interface MenuEntry {
  label: ReactNode;
  onClick?: () => void;
  to?: string;
  href?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Marked as the one chosen. */
  chosen?: boolean;
}

export interface MenuProps {
  /** The button that opens it. */
  target: ReactElement;
  /** Entries in groups; a text is the group's title, "-" a line. */
  entries: (MenuEntry | string)[];
  width?: number;
}

export function Menu({ target, entries, width }: MenuProps) {
  const navigate = useNavigate();
  return (
    <LibraryMenu width={width ?? 240} position="bottom-start" withinPortal>
      <LibraryMenu.Target>{target}</LibraryMenu.Target>
      <LibraryMenu.Dropdown>
        {entries.map((entry, at) =>
          entry === "-" ? (
            <LibraryMenu.Divider key={at} />
          ) : typeof entry === "string" ? (
            <LibraryMenu.Label key={at}>{entry}</LibraryMenu.Label>
          ) : entry.href ? (
            <LibraryMenu.Item key={at} component="a" href={entry.href} disabled={entry.disabled}>
              {entry.label}
            </LibraryMenu.Item>
          ) : (
            <LibraryMenu.Item
              key={at}
              disabled={entry.disabled}
              style={entry.danger ? { color: "var(--red-text)" } : undefined}
              rightSection={entry.chosen ? "✓" : undefined}
              onClick={() => {
                entry.onClick?.();
                if (entry.to) void navigate(entry.to);
              }}
            >
              {entry.label}
            </LibraryMenu.Item>
          ),
        )}
      </LibraryMenu.Dropdown>
    </LibraryMenu>
  );
}

export const Tooltip = ({ label, children }: { label: ReactNode; children: ReactElement }) => (
  <LibraryTooltip label={label} openDelay={300} events={{ hover: true, focus: true, touch: false }} withArrow>
    {children}
  </LibraryTooltip>
);
