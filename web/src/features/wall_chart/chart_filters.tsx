// Which chart it is, whom of it to show, and how large.
import { useFormat, useMessages } from "../../i18n";
import { type Schemas, useGet } from "../../api";
import { FilterSelect, SearchBox, Select, Toolbar, optionsOf } from "../../ui";
import { type WallChart, departments, shifts, shows, unnamed } from "./chart";
import { messages } from "./messages";
import type { Zoom } from "./wall_grid";

export const zooms: Zoom[] = ["dots", "initials", "names"];

/** As they stand in the address. */
export const defaults = {
  worksite_id: "",
  organization_id: "",
  department: "",
  shift: "",
  show: "all",
  search: "",
  zoom: "dots",
};
export type State = typeof defaults;

export interface ChartFiltersProps {
  chart: WallChart;
  driveId: string;
  state: State;
  onChange: (change: Partial<State>) => void;
}

/** The charts that the drive has: its organization's and its worksites'. */
function PlaceSelect({ chart, driveId, state, onChange }: ChartFiltersProps) {
  const m = useMessages(messages);
  const { number } = useFormat();
  const places = useGet<Schemas["WallPlace"][]>(`/drives/${driveId}/wall-chart-places`, {
    topics: ["worksite", "employment", "drive"],
  });
  if ((places.data?.length ?? 0) < 2) return null;
  return (
    <Select
      label={m.place}
      labelHidden
      value={chart.worksite_id ? `w${chart.worksite_id}` : `o${chart.organization_id}`}
      onChange={(one) =>
        onChange({
          ...defaults,
          zoom: state.zoom,
          worksite_id: one.startsWith("w") ? one.slice(1) : "",
          organization_id: one.startsWith("o") ? one.slice(1) : "",
        })
      }
      options={(places.data ?? []).map((one) => ({
        value: one.worksite_id ? `w${one.worksite_id}` : `o${one.organization_id}`,
        label: `${one.name} · ${m.workers(number(one.workers))}`,
      }))}
    />
  );
}

export function ChartFilters(props: ChartFiltersProps) {
  const { chart, state, onChange } = props;
  const m = useMessages(messages);
  const named = (given: string[], missing: string) =>
    given.map((one) => ({ value: one, label: one === unnamed ? missing : one }));
  return (
    <Toolbar>
      <PlaceSelect {...props} />
      <FilterSelect
        label={m.department}
        every={m.everyDepartment}
        options={named(departments(chart), m.noDepartment)}
        value={state.department}
        onChange={(department) => onChange({ department })}
      />
      <FilterSelect
        label={m.shift}
        every={m.everyShift}
        options={named(shifts(chart), m.noShift)}
        value={state.shift}
        onChange={(shift) => onChange({ shift })}
      />
      <Select
        label={m.show}
        labelHidden
        value={shows.find((one) => one === state.show) ?? "all"}
        onChange={(show) => onChange({ show })}
        options={shows.map((one) => ({ value: one, label: m.filters[one] }))}
      />
      <Select
        label={m.zoom}
        labelHidden
        value={state.zoom}
        onChange={(zoom) => onChange({ zoom })}
        options={optionsOf(m.zooms as Record<string, string>)}
      />
      <SearchBox placeholder={m.search} value={state.search} onChange={(search) => onChange({ search })} />
    </Toolbar>
  );
}
