// Who is signed in, where, and what they may do there. The server says what is allowed; screens only ask.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, createContext, useContext } from "react";
import { type Schemas, request } from "../api/client";
import { isKind } from "../api/error";
import { languageChosen, setLanguage, setTimeZone } from "../i18n";

export type Abilities = Schemas["Abilities"];
export type Workspace = Schemas["WorkspaceView"];
export type Session = Schemas["SessionView"];

const sessionKey = ["/session", null];

/** Nobody's is null. */
export function useSessionQuery() {
  return useQuery<Session | null>({
    queryKey: sessionKey,
    queryFn: async () => {
      try {
        const session = await request<Session>("GET", "/session");
        // Before anything else is asked for: the server's words come in the language of the screen. What was
        // chosen in this browser goes before the account's language.
        if (!languageChosen()) setLanguage(session.user.language === "es" ? "es" : "en", false);
        return session;
      } catch (error) {
        if (isKind(error, "unauthenticated")) return null;
        throw error;
      }
    },
    staleTime: 60_000,
    meta: { topics: ["user_role", "workspace"] },
  });
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  // Before the children draw their first date.
  setTimeZone(session.workspace?.time_zone);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session; only inside the shell. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside the signed-in app");
  return session;
}

/** What the user may do: `const can = useCan(); can.organize && <Button ...>`. */
export const useCan = () => useSession().can;

/** After signing in or out: everything known belongs to somebody else. */
export function useForgetEverything() {
  const queries = useQueryClient();
  return () => {
    queries.clear();
    return queries.invalidateQueries();
  };
}
