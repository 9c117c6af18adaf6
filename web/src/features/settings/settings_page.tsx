// Everything about accounts and the workspace, in tabs: one's own first, then what owners look after.
import { useSession } from "../../app/session";
import { useMessages } from "../../i18n";
import { Page, PageHeader, type Tab, Tabs, useUrlState } from "../../ui";
import { AccountPanel } from "./account_panel";
import { MailPanel } from "./mail_panel";
import { messages } from "./messages";
import { SecurityPanel } from "./security_panel";
import { TokensPanel } from "./tokens_panel";
import { UsersPanel } from "./users_panel";
import { WorkspacePanel } from "./workspace_panel";

export function SettingsPage() {
  const m = useMessages(messages);
  const { can, workspace } = useSession();
  const [state, setState] = useUrlState({ tab: "account" });
  const tabs: Tab[] = [
    { value: "account", label: m.tabs.account, content: <AccountPanel /> },
    { value: "security", label: m.tabs.security, content: <SecurityPanel /> },
  ];
  if (can.administer) {
    tabs.push({ value: "workspace", label: m.tabs.workspace, content: <WorkspacePanel /> });
    tabs.push({ value: "users", label: m.tabs.users, content: <UsersPanel /> });
  }
  if (can.organize) {
    tabs.push({ value: "tokens", label: m.tabs.tokens, content: <TokensPanel /> });
    tabs.push({ value: "mail", label: m.tabs.mail, content: <MailPanel /> });
  }
  const known = tabs.some((tab) => tab.value === state.tab);
  return (
    <Page>
      <PageHeader title={m.title} status={workspace?.name} />
      <Tabs
        label={m.title}
        tabs={tabs}
        value={known ? state.tab : "account"}
        onChange={(tab) => setState({ tab })}
      />
    </Page>
  );
}
