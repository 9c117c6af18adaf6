// From the pages before the app into it.
import { useLocation, useNavigate } from "react-router";
import { useForgetEverything } from "./session";

/** Where one goes after signing in: back to the page asked for, if it is one of ours. */
export function useEnter() {
  const forget = useForgetEverything();
  const navigate = useNavigate();
  const location = useLocation();
  const asked = (location.state as { from?: string } | null)?.from;
  // The volunteers' entry is a page of its own, outside this router.
  const toTalk = new URLSearchParams(location.search).get("next") === "/talk";
  return async () => {
    if (toTalk) return window.location.assign("/talk");
    await forget();
    await navigate(asked?.startsWith("/") ? asked : "/", { replace: true });
  };
}
