import { addressOfIndicator, type IndicatorFilter } from '../filter.ts';

type Way = 'previous' | 'next' | 'previousOpen' | 'nextOpen';
type Props = { auditId: string; filter: IndicatorFilter; ways: Partial<Record<Way, string | undefined>> };

const offered: readonly { way: Way; label: string; rel?: 'prev' | 'next' }[] = [
  { way: 'previous', label: 'Before', rel: 'prev' },
  { way: 'next', label: 'Next', rel: 'next' },
  { way: 'previousOpen', label: 'Open before' },
  { way: 'nextOpen', label: 'Next open' },
];

/** The ways on through the list this indicator was opened from. */
export function Ways({ auditId, filter, ways }: Props) {
  const leading = offered.flatMap(({ way, ...rest }) => {
    const code = ways[way];
    return code === undefined ? [] : [{ way, code, ...rest }];
  });
  if (leading.length === 0) return null;
  return (
    <nav aria-label="Other indicators" className="flex flex-wrap gap-x-6 gap-y-2 text-sm print:hidden">
      {leading.map(({ way, code, label, rel }) => (
        <a
          key={way}
          href={addressOfIndicator(auditId, code, filter)}
          rel={rel}
          data-key-way={way}
          className="link inline-flex min-h-6 items-center"
        >{`${label}: ${code}`}</a>
      ))}
    </nav>
  );
}
