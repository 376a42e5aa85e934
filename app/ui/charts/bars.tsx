import { valueInWords } from './geometry.ts';

type BarsProps = {
  caption: string;
  max: number;
  rows: readonly { label: string; value: number | undefined }[];
};

/** Measures on one scale: a bar to look at, the number to read. */
export function Bars({ caption, max, rows }: BarsProps) {
  return (
    <table className="w-full">
      <caption className="pb-2 text-start text-sm text-ink-2">{caption}</caption>
      <tbody>
        {rows.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row" className="w-2/5 py-1.5 pe-4 text-start leading-snug font-normal">
              {label}
            </th>
            <td className="w-12 py-1.5 pe-4 text-end font-serif text-lg font-semibold tabular-nums">
              {valueInWords(value)}
            </td>
            <td className="py-1.5">
              <svg aria-hidden="true" width="100%" height="16" className="block text-accent rtl:-scale-x-100">
                <rect width="100%" height="16" rx="4" className="fill-heat-0" />
                <rect width={`${(100 * (value ?? 0)) / max}%`} height="16" rx="4" fill="currentColor" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
