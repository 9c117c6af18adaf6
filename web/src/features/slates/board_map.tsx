// The board on a map drawn by ourselves: a graticule in place of tiles, so that no other server learns who looks.
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { useMessages } from "../../i18n";
import { Button, EmptyState, Hint, Row } from "../../ui";
import { messages as driveMessages } from "../drives/messages";
import type { Shown } from "./board";
import { messages } from "./messages";
import style from "./slates.module.css";

const width = 960;
const height = 560;
const margin = 46;
/** More names than this would lie on one another. */
const namesLimit = 40;

/** Degrees between the lines of the graticule, so that there are four to ten of them. */
const spacing = (span: number) => [0.1, 0.25, 0.5, 1, 2, 5, 10, 20].find((one) => span / one <= 8) ?? 30;

export function BoardMap({ shown }: { shown: Shown }) {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const navigate = useNavigate();
  const [zoom, setZoom] = useState(1);
  const places = useMemo(() => {
    const open = new Map<string, number>();
    const late = new Set<string>();
    for (const cell of shown.cells)
      if (cell.outcome === "open") {
        open.set(cell.organization_id, (open.get(cell.organization_id) ?? 0) + 1);
        if (cell.late) late.add(cell.organization_id);
      }
    return shown.organizations.flatMap((one) =>
      typeof one.latitude === "number" && typeof one.longitude === "number"
        ? [
            {
              ...one,
              latitude: one.latitude,
              longitude: one.longitude,
              open: open.get(one.id) ?? 0,
              late: late.has(one.id),
            },
          ]
        : [],
    );
  }, [shown]);
  if (places.length === 0) return <EmptyState title={m.noPlaces}>{m.noPlacesText}</EmptyState>;
  const middle = (least: number, most: number) => (least + most) / 2;
  const latitudes = places.map((one) => one.latitude);
  const longitudes = places.map((one) => one.longitude);
  const south = Math.min(...latitudes);
  const north = Math.max(...latitudes);
  const west = Math.min(...longitudes);
  const east = Math.max(...longitudes);
  const atLatitude = middle(south, north);
  const atLongitude = middle(west, east);
  // A degree of longitude shortens toward the poles.
  const narrow = Math.max(0.2, Math.cos((atLatitude * Math.PI) / 180));
  const scale =
    zoom *
    Math.min(
      (width - 2 * margin) / Math.max(0.2, (east - west) * narrow),
      (height - 2 * margin) / Math.max(0.2, north - south),
    );
  const x = (longitude: number) => width / 2 + (longitude - atLongitude) * narrow * scale;
  const y = (latitude: number) => height / 2 - (latitude - atLatitude) * scale;
  const apart = spacing(height / scale);
  const lines = (from: number, to: number) => {
    const found: number[] = [];
    for (let at = Math.ceil(from / apart) * apart; at <= to; at += apart) found.push(Number(at.toFixed(2)));
    return found;
  };
  const half = { latitude: height / 2 / scale, longitude: width / 2 / scale / narrow };
  const named = places.length <= namesLimit;
  return (
    <>
      <svg className={style.map} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={m.mapLabel}>
        <g aria-hidden>
          {lines(atLatitude - half.latitude, atLatitude + half.latitude).map((latitude) => (
            <g key={latitude}>
              <line className={style.grid} x1={0} x2={width} y1={y(latitude)} y2={y(latitude)} />
              <text className={style.degree} x={4} y={y(latitude) - 3}>
                {Math.abs(latitude)}° {latitude >= 0 ? "N" : "S"}
              </text>
            </g>
          ))}
          {lines(atLongitude - half.longitude, atLongitude + half.longitude).map((longitude) => (
            <g key={longitude}>
              <line className={style.grid} y1={0} y2={height} x1={x(longitude)} x2={x(longitude)} />
              <text className={style.degree} x={x(longitude) + 3} y={height - 5}>
                {Math.abs(longitude)}° {longitude >= 0 ? "E" : "W"}
              </text>
            </g>
          ))}
        </g>
        {places.map((one) => {
          const label = `${m.place(one.name, one.won, one.open)}${one.late ? `, ${m.late}` : ""}`;
          const go = () => void navigate(`/organizations/${one.id}`);
          return (
            <g
              key={one.id}
              className={style.point}
              data-won={one.won > 0 || undefined}
              data-late={one.late || undefined}
              transform={`translate(${x(one.longitude).toFixed(1)} ${y(one.latitude).toFixed(1)})`}
              role="link"
              tabIndex={0}
              aria-label={label}
              onClick={go}
              onKeyDown={(event) => {
                if (event.key === "Enter") go();
              }}
            >
              <title>{label}</title>
              <circle r={7 + Math.min(9, Math.sqrt(Math.max(0, one.members)) / 12)} />
              <text className={style.number} dy={4}>
                {one.won}
              </text>
              {named && (
                <text className={style.name} x={18} dy={4}>
                  {one.name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <Row spread>
        <Hint>
          ● {m.mapWon} · ○ {m.mapOpen} · {drives.late}: ◉
          {places.length < shown.organizations.length &&
            ` · ${m.without(shown.organizations.length - places.length)}`}
        </Hint>
        <Row>
          <Button size="small" label={m.zoomOut} disabled={zoom <= 1} onClick={() => setZoom(zoom / 2)}>
            −
          </Button>
          <Button size="small" label={m.zoomIn} disabled={zoom >= 16} onClick={() => setZoom(zoom * 2)}>
            +
          </Button>
        </Row>
      </Row>
    </>
  );
}
