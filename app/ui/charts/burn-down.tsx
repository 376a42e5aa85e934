type Point = {
  label: string;
  /** One number a layer, the lowest layer first; unknown for days to come. */
  layers: readonly number[] | undefined;
  /** What should be left by now. */
  planned: number;
  late: number | undefined;
};
type BurnDownProps = {
  caption: string;
  layers: readonly string[];
  planned: string;
  late: string;
  points: readonly Point[];
};

const box = { width: 480, height: 160 };
/** Told apart by how dark they are and by their edge, so that no colour is needed. */
const fills = ['fill-ink', 'fill-ink-3', 'fill-heat-0 stroke-ink-2'];

/** What is left to do over time, layer upon layer, against what was promised: a picture, and all its numbers as a table. */
export function BurnDown({ caption, layers, planned, late, points }: BurnDownProps) {
  return (
    <figure className="space-y-4">
      <Picture points={points} />
      <Legend layers={layers} planned={planned} />
      <div className="overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
        <table className="w-full">
          <caption className="pb-2 text-start text-sm text-ink-2">{caption}</caption>
          <thead>
            <tr className="border-b border-line-strong">
              <td />
              {[...layers, late, planned].map((name) => (
                <th key={name} scope="col" className="ps-4 pb-2 text-end text-sm font-semibold text-ink-2">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <Row key={point.label} point={point} count={layers.length} />
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Row({ point, count }: { point: Point; count: number }) {
  const numbers = [...(point.layers ?? Array.from({ length: count }, () => undefined)), point.late];
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1.5 text-start font-normal whitespace-nowrap">
        {point.label}
      </th>
      {[...numbers, point.planned].map((value, index) => (
        <td key={index} className="ps-4 text-end tabular-nums">
          {value ?? '–'}
        </td>
      ))}
    </tr>
  );
}

function Picture({ points }: { points: readonly Point[] }) {
  const most = Math.max(1, ...points.map(({ layers, planned }) => Math.max(total(layers), planned)));
  const apart = box.width / Math.max(1, points.length);
  const line = points.map(
    ({ planned }, index) => `${round((index + 0.5) * apart)},${round(box.height * (1 - planned / most))}`,
  );
  return (
    <svg
      aria-hidden="true"
      viewBox={`-30 -10 ${box.width + 40} ${box.height + 20}`}
      className="block w-full max-w-160"
    >
      {[0, most].map((value) => (
        <Level key={value} value={value} y={box.height * (1 - value / most)} />
      ))}
      {points.map(({ label, layers }, index) => (
        <Bar key={label} layers={layers ?? []} x={index * apart} width={apart} most={most} />
      ))}
      <polyline
        points={line.join(' ')}
        className="fill-none stroke-accent"
        strokeWidth="2.5"
        strokeDasharray="6 4"
      />
    </svg>
  );
}

type BarProps = { layers: readonly number[]; x: number; width: number; most: number };

function Bar({ layers, x, width, most }: BarProps) {
  return layers.map((value, index) => {
    const below = total(layers.slice(0, index));
    return value === 0 ? null : (
      <rect
        key={index}
        x={round(x + width * 0.15)}
        y={round(box.height * (1 - (below + value) / most))}
        width={round(width * 0.7)}
        height={round((box.height * value) / most)}
        className={fills[index] ?? 'fill-heat-0'}
      />
    );
  });
}

const Level = ({ value, y }: { value: number; y: number }) => (
  <>
    <line x1="0" x2={box.width} y1={y} y2={y} className="stroke-line-strong" strokeWidth="1" />
    <text x="-8" y={y} textAnchor="end" dominantBaseline="central" fontSize="11" className="fill-ink-2">
      {value}
    </text>
  </>
);

const Legend = ({ layers, planned }: { layers: readonly string[]; planned: string }) => (
  <p aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
    {layers.map((name, index) => (
      <span key={name} className="inline-flex items-center gap-1.5">
        <svg width="12" height="12">
          <rect x="0.5" y="0.5" width="11" height="11" className={fills[index] ?? 'fill-heat-0'} />
        </svg>
        {name}
      </span>
    ))}
    <span className="inline-flex items-center gap-1.5">
      <svg width="24" height="12">
        <line
          x1="0"
          x2="24"
          y1="6"
          y2="6"
          className="stroke-accent"
          strokeWidth="2.5"
          strokeDasharray="6 4"
        />
      </svg>
      {planned}
    </span>
  </p>
);

const total = (layers: readonly number[] | undefined) => (layers ?? []).reduce((sum, one) => sum + one, 0);
const round = (value: number) => Math.round(value * 10) / 10;
