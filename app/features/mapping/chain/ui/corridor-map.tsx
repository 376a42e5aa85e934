import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { DrawnMap } from '../map/corridors.ts';

const strokes: Record<Tone, string> = {
  suspended: 'stroke-stopped',
  watch: 'stroke-watch',
  withdrawn: 'stroke-ended',
  neutral: 'stroke-ink-2',
  applicant: 'stroke-info',
  certified: 'stroke-certified',
};

type CorridorMapProps = {
  map: DrawnMap;
  caption: string;
  /** Where a corridor can be read about; null where nowhere. */
  corridorAt?: (corridor: string) => string | null;
};

/** From where to where people go for work, on a map of the world, and the same as a table. */
export function CorridorMap({ map, caption, corridorAt = () => null }: CorridorMapProps) {
  return (
    <figure className="flex flex-col gap-6">
      {map.arcs.length > 0 ? (
        // On a phone the map moves within its frame, so that its names can be read.
        <div
          className="overflow-x-auto"
          role="region"
          aria-label={`${caption}, on a map`}
          tabIndex={0}
          dir="ltr"
        >
          <Picture map={map} />
        </div>
      ) : null}
      <figcaption className="text-sm text-ink-2">
        Width: workers a year; a broken line where that is unknown. Colour: worst risk on the way. The small
        circle is where a journey begins, the full one where it ends. Borders: Natural Earth; they are no
        statement of ours.
      </figcaption>
      <DataTable
        caption={caption}
        rows={map.rows}
        empty={{
          title: 'No corridor is named yet',
          text: 'Where workers come from and go to will stand here.',
        }}
        columns={[
          {
            key: 'corridor',
            header: 'Corridor',
            main: true,
            cell: ({ id, name, drawn }) => {
              const address = corridorAt(id);
              return (
                <>
                  {address === null ? (
                    name
                  ) : (
                    <a href={address} className="link">
                      {name}
                    </a>
                  )}
                  {drawn ? null : <span className="ms-2 text-sm font-normal text-ink-2">not on the map</span>}
                </>
              );
            },
          },
          { key: 'workers', header: 'Workers', cell: ({ workers }) => workers },
          {
            key: 'risk',
            header: 'Risk',
            cell: ({ risk, tone }) => <StatusTag tone={tone}>{risk}</StatusTag>,
          },
        ]}
      />
    </figure>
  );
}

/** Maps are not mirrored: east is where it is, in every language. The table says all of it, so readers aloud skip it. */
function Picture({ map: { view, land, borders, arcs, names, letters } }: { map: DrawnMap }) {
  const scale = view.width / 1000;
  const ends = arcs.map(({ path }) => /^M(\S+) (\S+)Q.* (\S+) (\S+)$/.exec(path)?.slice(1) ?? []);
  return (
    <svg
      aria-hidden="true"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      className="block w-full min-w-[44rem] rounded-panel border border-line bg-card"
      direction="ltr"
    >
      <path d={land} className="fill-heat-0 stroke-none" />
      <path d={borders} className="fill-none stroke-line-strong" strokeWidth={0.5 * scale} />
      {arcs.map(({ id, path, breadth, tone, title, dashed }) => (
        <path
          key={id}
          d={path}
          className={`fill-none ${strokes[tone]}`}
          strokeWidth={breadth}
          strokeOpacity="0.75"
          strokeDasharray={dashed ? `${5 * scale} ${4 * scale}` : undefined}
        >
          <title>{title}</title>
        </path>
      ))}
      {ends.map(([fromX, fromY, toX, toY], at) => (
        <g key={at} className="fill-ink stroke-ink" strokeWidth={scale}>
          <circle cx={fromX} cy={fromY} r={2.5 * scale} className="fill-card" />
          <circle cx={toX} cy={toY} r={4 * scale} />
        </g>
      ))}
      {names.map(({ code, text, x, y, anchor }) => (
        <text
          key={code}
          x={x}
          y={y}
          fontSize={letters}
          textAnchor={anchor}
          strokeWidth={4 * scale}
          paintOrder="stroke"
          strokeLinejoin="round"
          className="fill-ink stroke-card font-semibold"
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
