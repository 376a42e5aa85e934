import { asPoints, onAxis, radarPoints, valueInWords } from './geometry.ts';

type Axis = { code: string; label: string };
type Series = { label: string; values: readonly (number | undefined)[] };
type RadarProps = {
  caption: string;
  axes: readonly Axis[];
  /** One or two: the first is drawn full, an earlier one to compare with as a dashed outline. */
  series: readonly Series[];
  max: number;
};

const radius = 120;

/** Several measures at a glance: the picture for the eye, the same numbers as a table. */
export function Radar({ caption, axes, series, max }: RadarProps) {
  return (
    <figure className="grid items-center gap-x-10 gap-y-6 md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
      <RadarPicture axes={axes} series={series} max={max} />
      <table className="w-full">
        <caption className="pb-2 text-start text-sm text-ink-2">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <td />
            {series.map(({ label }) => (
              <th key={label} scope="col" className="ps-4 pb-2 text-end text-sm font-semibold text-ink-2">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {axes.map(({ code, label }, axis) => (
            <tr key={code} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start leading-snug font-normal">
                <span className="me-2 font-semibold">{code}</span>
                {label}
              </th>
              {series.map(({ label: of, values }) => (
                <td key={of} className="ps-4 text-end font-semibold tabular-nums">
                  {valueInWords(values[axis])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function RadarPicture({ axes, series, max }: Omit<RadarProps, 'caption'>) {
  const rings = Array.from({ length: max }, (_, index) => (index + 1) / max);
  const around = (share: number) =>
    asPoints(
      radarPoints(
        axes.map(() => share),
        radius,
      ),
    );
  return (
    <svg aria-hidden="true" viewBox="-155 -150 310 300" className="mx-auto block w-full max-w-80 text-accent">
      {rings.map((share) => (
        <polygon
          key={share}
          points={around(share)}
          className="fill-none stroke-line-strong"
          strokeWidth="1"
        />
      ))}
      {axes.map(({ code }, axis) => (
        <Spoke key={code} code={code} axis={axis} of={axes.length} />
      ))}
      {series
        .map(({ label, values }, index) => (
          <Shape key={label} values={values.map((value) => share(value, max))} earlier={index > 0} />
        ))
        .reverse()}
    </svg>
  );
}

const share = (value: number | undefined, max: number) => (value === undefined ? undefined : value / max);

function Spoke({ code, axis, of }: { code: string; axis: number; of: number }) {
  const end = onAxis({ axis, of, share: 1 }, radius);
  const name = onAxis({ axis, of, share: 1.14 }, radius);
  return (
    <>
      <line x1="0" y1="0" x2={end.x} y2={end.y} className="stroke-line-strong" strokeWidth="1" />
      <text
        x={name.x}
        y={name.y}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="15"
        className="fill-ink font-semibold"
      >
        {code}
      </text>
    </>
  );
}

function Shape({ values, earlier }: { values: readonly (number | undefined)[]; earlier: boolean }) {
  const points = radarPoints(values, radius);
  if (earlier) {
    return (
      <polygon
        points={asPoints(points)}
        className="fill-none stroke-ink-2"
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
    );
  }
  return (
    <>
      <polygon
        points={asPoints(points)}
        fill="currentColor"
        fillOpacity="0.18"
        stroke="currentColor"
        strokeWidth="2.5"
      />
      {points.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="3.5" fill="currentColor" />
      ))}
    </>
  );
}
