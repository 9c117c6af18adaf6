// Choosing from the directory by typing.
import { type Page, type Schemas, request } from "../../api";
import { type Choice, SearchSelect, type SearchSelectProps } from "../../ui";

type PickProps = Omit<SearchSelectProps, "search" | "searchKey">;

export const place = (city: string, state: string) => [city, state].filter(Boolean).join(", ");

/** A box that searches a list of the directory and says of each hit what tells it from its namesakes. */
const pick =
  <T,>(path: string, choice: (one: T) => Choice) =>
  (props: PickProps) => (
    <SearchSelect
      {...props}
      searchKey={path}
      search={async (search, signal) => {
        const query = { search, limit: 20 };
        const found = await request<Page<T>>("GET", path, undefined, { query, signal });
        return found.items.map(choice);
      }}
    />
  );

export const OrganizationPick = pick<Schemas["OrganizationSummary"]>("/organizations", (one) => ({
  id: one.id,
  label: one.name,
  detail: [place(one.city, one.state), one.parent_name].filter(Boolean).join(" · "),
}));

export const WorksitePick = pick<Schemas["WorksiteSummary"]>("/worksites", (one) => ({
  id: one.id,
  label: one.name,
  detail: [one.employer_name, place(one.city, one.state)].filter(Boolean).join(" · "),
}));

export const EmployerPick = pick<Schemas["EmployerSummary"]>("/employers", (one) => ({
  id: one.id,
  label: one.name,
  detail: one.industry,
}));
