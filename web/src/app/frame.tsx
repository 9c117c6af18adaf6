// The signed-in app: the shell with its navigation around the pages.
import { Suspense } from "react";
import { Navigate, Outlet, useLocation, useNavigate } from "react-router";
import { useSend, useServerEvents, useWordsOfTheServer } from "../api";
import { type Language, setLanguage, useFormat, useLanguage, useMessages } from "../i18n";
import {
  AppShell,
  EmptyState,
  ErrorState,
  type MenuEntry,
  Page,
  Skeleton,
  type ThemeChoice,
  Toasts,
  useTheme,
} from "../ui";
import type { NavigationEntry } from "./feature";
import { features } from "./features";
import { messages } from "./messages";
import { SessionProvider, useForgetEverything, useSession, useSessionQuery } from "./session";

const groups = ["first", "organize", "reach", "keep"] as const;
const entries = features.flatMap((feature) => feature.navigation ?? []).sort((a, b) => a.order - b.order);
const noCount = () => undefined;

function Count({ entry }: { entry: NavigationEntry }) {
  const count = (entry.useCount ?? noCount)();
  const { number } = useFormat();
  return count === undefined ? null : <>{number(count)}</>;
}

/** The places the user may go. */
export function useNavigation() {
  const m = useMessages(messages);
  const language = useLanguage();
  const { can } = useSession();
  return groups
    .map((group) => ({
      title: group === "first" ? undefined : m[group],
      items: entries
        .filter((entry) => entry.group === group && (!entry.needs || can[entry.needs]))
        .map((entry) => ({
          to: entry.to,
          label: entry.label[language],
          count: entry.useCount ? <Count entry={entry} /> : undefined,
        })),
    }))
    .filter((group) => group.items.length > 0);
}

function useMenu(): (MenuEntry | string)[] {
  const m = useMessages(messages);
  const language = useLanguage();
  const session = useSession();
  const { theme, setTheme } = useTheme();
  const forget = useForgetEverything();
  const navigate = useNavigate();
  const signOut = useSend();
  const choose = useSend();
  const languages: [Language, string][] = [
    ["en", "English"],
    ["es", "Español"],
  ];
  const themes: [ThemeChoice, string][] = [
    ["light", m.light],
    ["dark", m.dark],
    ["auto", m.system],
  ];
  return [
    `${session.user.name} · ${session.user.email}`,
    {
      label: m.signOut,
      onClick: () =>
        void signOut.mutateAsync({ method: "DELETE", path: "/session" }).then(async () => {
          await navigate("/sign-in", { replace: true });
          await forget();
        }),
    },
    ...(session.workspaces.length > 1
      ? [
          "-",
          m.workspaces,
          ...session.workspaces.map((one) => ({
            label: one.name,
            chosen: one.id === session.workspace?.id,
            onClick: () =>
              void choose
                .mutateAsync({ path: "/session/workspace", body: { workspace_id: one.id } })
                .then(async () => {
                  await navigate("/");
                  await forget();
                }),
          })),
        ]
      : []),
    "-",
    m.language,
    ...languages.map(([value, label]) => ({
      label: <span lang={value}>{label}</span>,
      chosen: language === value,
      onClick: () => setLanguage(value),
    })),
    "-",
    m.theme,
    ...themes.map(([value, label]) => ({ label, chosen: theme === value, onClick: () => setTheme(value) })),
  ];
}

function SignedIn() {
  const m = useMessages(messages);
  const session = useSession();
  useServerEvents(session.workspace !== null);
  useWordsOfTheServer();
  return (
    <AppShell
      place={session.workspace?.name ?? "Wallchart"}
      menu={useMenu()}
      navigation={useNavigation()}
      words={{ skip: m.skip, navigation: m.navigation, openMenu: m.openMenu, closeMenu: m.closeMenu }}
    >
      {session.workspace ? (
        <Suspense
          fallback={
            <Page>
              <Skeleton />
            </Page>
          }
        >
          <Outlet />
        </Suspense>
      ) : (
        <EmptyState title={m.noWorkspace}>{m.noWorkspaceText}</EmptyState>
      )}
      <Toasts />
    </AppShell>
  );
}

export function Frame() {
  const session = useSessionQuery();
  const location = useLocation();
  if (session.error && session.data === undefined)
    return <ErrorState error={session.error} retry={() => void session.refetch()} />;
  if (session.data === undefined) return null;
  if (session.data === null)
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  return (
    <SessionProvider session={session.data}>
      <SignedIn />
    </SessionProvider>
  );
}

/** The first of the places is the start. */
export function Start() {
  const first = useNavigation()[0]?.items[0];
  const m = useMessages(messages);
  return first ? (
    <Navigate to={first.to} replace />
  ) : (
    <EmptyState title={m.noWorkspace}>{m.noWorkspaceText}</EmptyState>
  );
}
