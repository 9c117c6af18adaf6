// The board on a map drawn by ourselves: a graticule in place of tiles, so that no other server learns who looks.
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { useFormat, useMessages } from "../../i18n";
import { Button, EmptyState, Hint, Link, Row, useIsPhone } from "../../ui";
import { messages as driveMessages } from "../drives/messages";
import type { Shown } from "./board";
import {
  type Cluster,
  type Label,
  type Located,
  type Projection,
  type View,
  clusters,
  labels,
  located,
  phoneSheet,
  projection,
  spacing,
  states,
  wholeView,
  wideSheet,
} from "./map_places";
import { messages } from "./messages";
import style from "./slates.module.css";

const nearest = 64;
/** How far an arrow key moves. */
const keyStep = 80;

export function BoardMap({ shown }: { shown: Shown }) {
  const m = useMessages(messages);
  const places = useMemo(() => located(shown), [shown]);
  if (places.length === 0) return <EmptyState title={m.noPlaces}>{m.noPlacesText}</EmptyState>;
  return <Drawn places={places} without={shown.organizations.length - places.length} />;
}

/** Lines of latitude and longitude, with the names of the states between them. */
function Graticule({ at, view, places }: { at: Projection; view: View; places: Located[] }) {
  const { width, height } = at.sheet;
  const step = spacing(height / at.scale);
  const half = at.degrees(width / 2, -height / 2);
  const lines = (middle: number, reach: number) => {
    const found: number[] = [];
    for (let one = Math.ceil((middle - reach) / step) * step; one <= middle + reach; one += step)
      found.push(Number(one.toFixed(2)));
    return found;
  };
  return (
    <g aria-hidden>
      {lines(view.latitude, half.latitude).map((latitude) => (
        <g key={latitude}>
          <line className={style.grid} x1={0} x2={width} y1={at.y(latitude)} y2={at.y(latitude)} />
          <text className={style.degree} x={6} y={at.y(latitude) - 4}>
            {Math.abs(latitude)}° {latitude >= 0 ? "N" : "S"}
          </text>
        </g>
      ))}
      {lines(view.longitude, half.longitude).map(
        (longitude) =>
          // Not under the names of the latitudes.
          at.x(longitude) > 40 && (
            <g key={longitude}>
              <line className={style.grid} y1={0} y2={height} x1={at.x(longitude)} x2={at.x(longitude)} />
              <text className={style.degree} x={at.x(longitude) + 4} y={height - 6}>
                {Math.abs(longitude)}° {longitude >= 0 ? "E" : "W"}
              </text>
            </g>
          ),
      )}
      {states(places).map((one) => (
        <text key={one.name} className={style.state} x={at.x(one.longitude)} y={at.y(one.latitude) - 26}>
          {one.name}
        </text>
      ))}
    </g>
  );
}

/** The more lie there, the larger. */
const radiusOf = ({ places }: Cluster) =>
  places.length === 1 ? 11 : 13 + Math.min(12, Math.sqrt(places.length) * 2);

/** One organization by its name, several by their city. */
const nameOf = ({ places: [first, ...others] }: Cluster) =>
  (others.length > 0 ? first?.city : first?.name) ?? "";

interface PointProps {
  cluster: Cluster;
  radius: number;
  label?: Label;
  chosen: boolean;
  onChoose: () => void;
}

/** One organization, or several that lie on one another: a ring, green as far as they endorsed. */
function Point({ cluster, radius, label: name, chosen, onChoose }: PointProps) {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const { number } = useFormat();
  const { places } = cluster;
  const [first] = places;
  const won = places.filter((one) => one.won > 0).length;
  const late = places.some((one) => one.late);
  const alone = places.length === 1;
  const round = 2 * Math.PI * radius;
  const what = alone
    ? m.place(first!.name, first!.won, places[0]!.open)
    : m.cluster(places.length, won, first!.city || first!.name);
  const label = late ? `${what}, ${drives.late}` : what;
  return (
    <g
      className={style.point}
      data-late={late || undefined}
      data-chosen={chosen || undefined}
      transform={`translate(${cluster.x.toFixed(1)} ${cluster.y.toFixed(1)})`}
    >
      <g
        className={style.button}
        role="button"
        aria-pressed={chosen}
        tabIndex={0}
        aria-label={label}
        onClick={onChoose}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          onChoose();
        }}
      >
        <title>{label}</title>
        <circle className={style.disc} r={radius} />
        <circle
          className={style.ring}
          r={radius}
          strokeDasharray={`${(round * won) / places.length} ${round}`}
          transform="rotate(-90)"
        />
      </g>
      {/* Beside the button, whose label says the same in whole words. */}
      <text className={style.number} dy={4} aria-hidden>
        {number(alone ? first!.won : places.length)}
      </text>
      {name && (
        <text className={style.name} x={name.x} y={name.y} textAnchor={name.anchor} aria-hidden>
          {name.text}
        </text>
      )}
    </g>
  );
}

/** What lies at the chosen point. */
function Chosen({ cluster }: { cluster: Cluster }) {
  const m = useMessages(messages);
  const { number } = useFormat();
  return (
    <ul className={style.chosen}>
      {cluster.places.map((one) => (
        <li key={one.id}>
          <Link to={`/organizations/${one.id}`}>{one.name}</Link>
          <Hint>
            {m.membersOf(number(one.members))} · {m.wonAndOpen(one.won, one.open)}
          </Hint>
        </li>
      ))}
    </ul>
  );
}

function Drawn({ places, without }: { places: Located[]; without: number }) {
  const m = useMessages(messages);
  const drives = useMessages(driveMessages);
  const [moved, setMoved] = useState<View>();
  const [chosenId, setChosenId] = useState<string>();
  const drag = useRef<{ x: number; y: number; view: View; far: boolean } | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const view = moved ?? wholeView(places);
  const sheet = useIsPhone() ? phoneSheet : wideSheet;
  const { width, height } = sheet;
  const at = projection(places, view, sheet);
  const points = clusters(places, at);
  const chosen = points.find((one) => one.places.some((place) => place.id === chosenId));
  const inSight = points
    .filter((one) => one.x > 0 && one.x < width && one.y > 0 && one.y < height)
    .map((one) => ({ ...one, radius: radiusOf(one), name: nameOf(one) }));
  const names = labels(inSight, sheet);

  const shift = (from: View, dx: number, dy: number) => {
    const by = at.degrees(dx, dy);
    setMoved({ ...from, longitude: from.longitude - by.longitude, latitude: from.latitude - by.latitude });
  };
  /** Nearer to what is chosen; from the whole map to where most are, whose middle may be empty; else to the middle. */
  const zoom = (factor: number) => {
    const busiest = points.reduce(
      (most, one) => (one.places.length > most.places.length ? one : most),
      points[0]!,
    );
    const toward = factor > 1 ? (chosen ?? (moved ? undefined : busiest))?.places[0] : undefined;
    const next = Math.min(nearest, Math.max(1, view.zoom * factor));
    setMoved(
      next === 1
        ? undefined
        : {
            latitude: toward?.latitude ?? view.latitude,
            longitude: toward?.longitude ?? view.longitude,
            zoom: next,
          },
    );
  };
  const press = (event: KeyboardEvent) => {
    const step = {
      ArrowLeft: [keyStep, 0],
      ArrowRight: [-keyStep, 0],
      ArrowUp: [0, keyStep],
      ArrowDown: [0, -keyStep],
    }[event.key];
    if (step) shift(view, step[0]!, step[1]!);
    else if (event.key === "+" || event.key === "=") zoom(2);
    else if (event.key === "-") zoom(0.5);
    else return;
    event.preventDefault();
  };
  /** How many of the drawing's units a pixel is. */
  const unit = () => width / (svg.current?.getBoundingClientRect().width || width);
  const move = (event: PointerEvent) => {
    if (!drag.current) return;
    const dx = (event.clientX - drag.current.x) * unit();
    const dy = (event.clientY - drag.current.y) * unit();
    if (Math.hypot(dx, dy) < 4 && !drag.current.far) return;
    drag.current.far = true;
    shift(drag.current.view, dx, dy);
  };
  return (
    <>
      <div className={style.mapFrame}>
        <svg
          ref={svg}
          className={style.map}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          tabIndex={0}
          aria-label={m.mapLabel}
          aria-description={m.mapKeys}
          onKeyDown={press}
          onPointerDown={(event) => {
            drag.current = { x: event.clientX, y: event.clientY, view, far: false };
          }}
          onPointerMove={move}
          onPointerUp={() => {
            drag.current = null;
          }}
          onPointerLeave={() => {
            drag.current = null;
          }}
        >
          <Graticule at={at} view={view} places={places} />
          {inSight.map((one, index) => {
            const isChosen = chosen !== undefined && one.places === chosen.places;
            return (
              <Point
                key={one.places[0]!.id}
                cluster={one}
                radius={one.radius}
                label={names[index]}
                chosen={isChosen}
                onChoose={() => setChosenId(isChosen ? undefined : one.places[0]!.id)}
              />
            );
          })}
        </svg>
        <div className={style.zoom}>
          <Button label={m.zoomIn} disabled={view.zoom >= nearest} onClick={() => zoom(2)}>
            +
          </Button>
          <Button label={m.zoomOut} disabled={view.zoom <= 1} onClick={() => zoom(0.5)}>
            −
          </Button>
          <Button label={m.wholeMap} disabled={!moved} onClick={() => setMoved(undefined)}>
            ⤢
          </Button>
        </div>
      </div>
      <Row gap={16}>
        <Hint>
          <span className={style.key} data-kind="won" /> {m.mapWon} · <span className={style.key} />{" "}
          {m.mapOpen} · <span className={style.key} data-kind="late" /> {drives.late} · {m.mapNumbers}
          {without > 0 && ` · ${m.without(without)}`}
        </Hint>
      </Row>
      {chosen && <Chosen cluster={chosen} />}
    </>
  );
}
