import { dayInWords } from '#app/platform/calendar.ts';

import { bandsOf, handovers, placeOf, spanOf, type Moment } from '../life/picture.ts';

type Props = { certificate: { validUntil: string }; validFrom: string; moments: Moment[]; today: string };

const width = 640;
const tones: Record<string, string> = {
  active: 'text-accent',
  active_under_watch: 'text-watch',
  suspended: 'text-stopped',
};
const words: Record<string, string> = {
  ...{ issued: 'Issued', watched: 'Placed under watch', cleared: 'Watch ended', suspended: 'Suspended' },
  ...{ reinstated: 'Suspension lifted', withdrawn: 'Withdrawn', superseded: 'Superseded' },
  ...{ carried: 'It goes on as the certificate before it stood' },
  ...{ transferred: 'Transferred', reduced: 'Scope reduced', extended: 'Scope extended' },
  ...{ stayed: 'Stands until the appeal is decided', upheld: 'Stands again after an appeal' },
  ...{ resumed: 'The decision holds again after an appeal', returned: 'Scope returned' },
  ...{ appeal: 'Appeal against', appeal_with_stay: 'Appeal, and a stay asked for, against' },
  ...{ stay_granted: 'Stay granted against', stay_refused: 'Stay refused against' },
  ...{ appeal_upheld: 'Appeal upheld against', appeal_dismissed: 'Appeal dismissed against' },
  ...{ refused: 'The panel refused:', scope_refused: 'A wider scope refused' },
  ...{ scope_stayed: 'Reduction of the scope stayed', scope_resumed: 'Scope reduced again' },
  ...{ expiry: 'Its end announced', withdrawal: 'Withdrawal announced', suspension: 'Suspension announced' },
  ...{ late_finding: 'What a late finding brings announced' },
  ...{ licence: 'Suspension for a licence that runs out announced' },
  ...{ surveillance_not_held: 'Suspension for a surveillance that was not held announced' },
  ...{ recertification_opened: 'Recertification opened', recertification_late: 'Recertification late' },
  ...{ surveillance: 'Surveillance audit', recertification: 'Recertification audit' },
  ...{ special: 'Special audit', follow_up: 'Follow-up audit', scope_extension: 'Audit of a wider scope' },
};

/** The whole life on one line: a band for each status, a mark for whatever else happened; the same as a table below. */
export function LifePicture({ certificate: { validUntil }, validFrom, moments, today }: Props) {
  const validity = spanOf({ validFrom, validUntil }, moments);
  const rows = moments.map((moment) => ({ on: moment.on, what: inWords(moment) }));
  return (
    <figure className="flex flex-col gap-4">
      <svg aria-hidden="true" viewBox={`-8 0 ${width + 16} 48`} className="block w-full">
        <rect x="0" y="14" width={width} height="20" rx="3" className="fill-line" />
        {bandsOf(validity, moments, today).map(({ status, from, x, width: share }) => (
          <rect
            key={`${status}-${from}`}
            x={x * width}
            y="14"
            width={Math.max(2, share * width)}
            height="20"
            className={tones[status] ?? 'text-accent'}
            fill="currentColor"
          />
        ))}
        {moments
          .filter(({ kind }) => kind !== 'status')
          .map(({ kind, what, on }, index) => (
            <Mark key={`${what}-${on}-${index}`} kind={kind} x={placeOf(validity, on) * width} />
          ))}
        {handovers(validity, moments).map((x) => (
          <rect key={x} x={x * width - 1.5} y="12" width="3" height="24" className="fill-paper" />
        ))}
        <line
          x1={placeOf(validity, today) * width}
          x2={placeOf(validity, today) * width}
          y1="6"
          y2="42"
          className="stroke-ink"
          strokeWidth="2"
        />
      </svg>
      <p className="-mt-3 flex justify-between gap-4 text-sm text-ink-2">
        <span>{dayInWords(validity.validFrom)}</span>
        <span className="text-end">{dayInWords(validUntil)}</span>
      </p>
      <table className="w-full">
        <caption className="pb-2 text-start text-sm text-ink-2">
          What happened, the earliest first: a dot is an audit, a ring an announcement, a square a change of
          scope, a triangle an appeal, a bar a refusal. The line marks today; a number stands with what
          happened to the certificate before this one.
        </caption>
        <tbody>
          {rows.map(({ on, what }, index) => (
            <tr key={`${on}-${index}`} className="border-b border-line">
              <th scope="row" className="py-1.5 pe-4 text-start font-normal whitespace-nowrap">
                {dayInWords(on)}
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function inWords(moment: Moment) {
  const what = words[moment.what] ?? moment.what;
  const said =
    moment.kind === 'version'
      ? `${what}: ${moment.detail}`
      : 'detail' in moment
        ? `${what} ${moment.detail}`.trim()
        : what;
  return moment.before === undefined ? said : `${said} (${moment.before})`;
}

/**
 * An audit is a dot, a version a square, an announcement an open ring, what concerns an appeal a triangle, a refusal a
 * bar: told apart without colour.
 */
function Mark({ kind, x }: { kind: Moment['kind']; x: number }) {
  if (kind === 'appeal')
    return <path d={`M${x} 18 l6 11 h-12 z`} strokeWidth="1" className="fill-ink stroke-paper" />;
  if (kind === 'refusal')
    return <rect x={x - 2} y="16" width="4" height="16" strokeWidth="1" className="fill-ink stroke-paper" />;
  if (kind === 'version') return <rect x={x - 4} y="20" width="8" height="8" className="fill-ink" />;
  return kind === 'audit' ? (
    <circle cx={x} cy="24" r="5" className="fill-ink" />
  ) : (
    <circle cx={x} cy="24" r="4" strokeWidth="2" className="fill-paper stroke-ink" />
  );
}
