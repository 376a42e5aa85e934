import { asPoints, linePoints, valueInWords } from './geometry.ts';

type TrendProps = {
  caption: string;
  max: number;
  /** What the line measures, as the heading of its column. */
  measure: string;
  points: readonly { label: string; value: number | undefined; note?: string | undefined }[];
};

const box = { width: 300, height: 90 };

/** How one measure moved: a line for the eye, each step as a row. */
export function Trend({ caption, max, measure, points }: TrendProps) {
  const line = linePoints(
    points.map(({ value }) => (value === undefined ? undefined : value / max)),
    box,
  );
  return (
    <figure className="grid items-center gap-x-10 gap-y-6 md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
      <svg aria-hidden="true" viewBox="-20 -10 330 110" className="block w-full max-w-80 text-accent">
        {Array.from({ length: max + 1 }, (_, step) => (
          <Level key={step} step={step} y={box.height * (1 - step / max)} />
        ))}
        <polyline points={asPoints(line)} fill="none" stroke="currentColor" strokeWidth="2.5" />
        {line.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r="4" fill="currentColor" />
        ))}
      </svg>
      <table className="w-full">
        <caption className="pb-2 text-start text-sm text-ink-2">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <td />
            <th scope="col" className="pb-2 text-end text-sm font-semibold text-ink-2">
              {measure}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ label, value, note }) => (
            <tr key={label} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                {label}
              </th>
              <td className="text-end tabular-nums">
                <span className="font-semibold">{valueInWords(value)}</span>
                {note ? <span className="ms-2 text-sm text-ink-2">{note}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Level({ step, y }: { step: number; y: number }) {
  return (
    <>
      <line x1="0" x2={box.width} y1={y} y2={y} className="stroke-line" strokeWidth="1" />
      <text x="-8" y={y} textAnchor="end" dominantBaseline="central" fontSize="11" className="fill-ink-2">
        {step}
      </text>
    </>
  );
}
