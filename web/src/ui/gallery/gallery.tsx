import { AppShell, Button, Page, PageHeader, Toasts } from "..";
import { Buttons } from "./buttons";
import { Forms } from "./forms";
import { Lists } from "./lists";
import { Standing } from "./standing";
import { Texts } from "./texts";

export function Gallery() {
  return (
    <AppShell
      place="Riverbend Alliance"
      menu={["Dev Patel · dev@example.org", { label: "Sign out" }]}
      words={{ skip: "Skip", navigation: "Places", openMenu: "Open the menu", closeMenu: "Close" }}
      navigation={[
        {
          items: [
            { to: "/day", label: "My day", count: 7 },
            { to: "/people", label: "People", count: "20,114" },
            { to: "/organizations", label: "Organizations", count: 302 },
          ],
        },
        {
          title: "Organize",
          items: [
            { to: "/drives", label: "Drives", count: 41 },
            { to: "/slate", label: "Slate board" },
            { to: "/resolutions", label: "Resolutions" },
          ],
        },
        { title: "Reach", items: [{ to: "/messages", label: "Messages" }] },
        {
          title: "Keep",
          items: [
            { to: "/imports", label: "Imports" },
            { to: "/review", label: "Review", count: 12 },
            { to: "/settings", label: "Settings" },
          ],
        },
      ]}
    >
      <Page>
        <PageHeader
          crumbs={[{ label: "Slate board", to: "/slate" }, { label: "Rivera" }]}
          title="Endorse Rivera: Warehouse Workers Local 88"
          status={
            <>
              1,240 members · Riverton, NB · owner Dev Patel · <strong>needed by Tue 30 Jun</strong>
            </>
          }
          actions={
            <>
              <Button>Wall chart</Button>
              <Button variant="primary">Log a conversation</Button>
            </>
          }
        />
        <Standing />
        <Texts />
        <Lists />
        <Forms />
        <Buttons />
        <Toasts />
      </Page>
    </AppShell>
  );
}
