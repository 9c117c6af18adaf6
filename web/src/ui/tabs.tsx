import { Tabs as LibraryTabs } from "@mantine/core";
import type { ReactNode } from "react";

export interface Tab {
  value: string;
  label: ReactNode;
  /** Beside the label. */
  count?: number;
  content: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: Tab[];
  value: string;
  onChange: (value: string) => void;
}

const intoSight = (tab: HTMLElement | null) => tab?.scrollIntoView?.({ block: "nearest", inline: "center" });

/** The content of a tab is made when it is shown. Keep `value` in the URL (useUrlState). */
export const Tabs = ({ label, tabs, value, onChange }: TabsProps) => (
  <LibraryTabs value={value} onChange={(chosen) => chosen && onChange(chosen)} keepMounted={false}>
    <LibraryTabs.List
      aria-label={label}
      mb={16}
      style={{ flexWrap: "nowrap", overflowX: "auto", overflowY: "hidden" }}
    >
      {tabs.map((tab) => (
        <LibraryTabs.Tab
          key={tab.value}
          value={tab.value}
          style={{ flex: "none" }}
          // On a phone the row is wider than the screen: the chosen one is brought into sight.
          ref={tab.value === value ? intoSight : undefined}
        >
          {tab.label}
          {tab.count !== undefined && <span className="hint"> {tab.count}</span>}
        </LibraryTabs.Tab>
      ))}
    </LibraryTabs.List>
    {tabs.map((tab) => (
      <LibraryTabs.Panel key={tab.value} value={tab.value}>
        {tab.content}
      </LibraryTabs.Panel>
    ))}
  </LibraryTabs>
);
