// Choosing from the directory by typing.
import { type Page, type Schemas, request } from "../../api";
import { type Choice, SearchSelect, type SearchSelectProps } from "../../ui";

type PickProps = Omit<SearchSelectProps, "search" | "searchKey">;

const place = (city: string, state: string) => [city, state].filter(Boolean).join(", ");

export const organizationChoice = (one: Schemas["OrganizationSummary"]): Choice => ({
  id: one.id,
  label: one.name,
  detail: [place(one.city, one.state), one.parent_name].filter(Boolean).join(" · "),
});

export const OrganizationPick = (props: PickProps) => (
  <SearchSelect
    {...props}
    searchKey="organizations"
    search={async (search, signal) => {
      const query = { search, limit: 20 };
      const found = await request<Page<Schemas["OrganizationSummary"]>>("GET", "/organizations", undefined, {
        query,
        signal,
      });
      return found.items.map(organizationChoice);
    }}
  />
);

export const WorksitePick = (props: PickProps) => (
  <SearchSelect
    {...props}
    searchKey="worksites"
    search={async (search, signal) => {
      const query = { search, limit: 20 };
      const found = await request<Page<Schemas["WorksiteSummary"]>>("GET", "/worksites", undefined, {
        query,
        signal,
      });
      return found.items.map((one) => ({
        id: one.id,
        label: one.name,
        detail: [one.employer_name, place(one.city, one.state)].filter(Boolean).join(" · "),
      }));
    }}
  />
);

export const EmployerPick = (props: PickProps) => (
  <SearchSelect
    {...props}
    searchKey="employers"
    search={async (search, signal) => {
      const query = { search, limit: 20 };
      const found = await request<Page<Schemas["EmployerSummary"]>>("GET", "/employers", undefined, {
        query,
        signal,
      });
      return found.items.map((one) => ({ id: one.id, label: one.name, detail: one.industry }));
    }}
  />
);
