import { addressOfIndicator, type IndicatorFilter } from '../filter.ts';

type Way = 'previous' | 'next' | 'previousOpen' | 'nextOpen';
type Props = { auditId: string; filter: IndicatorFilter; ways: Partial<Record<Way, string | undefined>> };

const offered: readonly { way: Way; open: Way; label: string; openLabel: string; rel: 'prev' | 'next' }[] = [
  { way: 'previous', open: 'previousOpen', label: 'Before', openLabel: 'Open before', rel: 'prev' },
  { way: 'next', open: 'nextOpen', label: 'Next', openLabel: 'Next open', rel: 'next' },
];

/** Where the next one is open itself, one link leads both ways. */
const leadingTo = (ways: Props['ways']) =>
  offered.flatMap(({ way, open, label, openLabel, rel }) => {
    const [code, openCode] = [ways[way], ways[open]];
    const both = code !== undefined && code === openCode;
    return [
      ...(code ? [{ keys: both ? `${way} ${open}` : way, code, label, rel }] : []),
      ...(openCode && !both ? [{ keys: open, code: openCode, label: openLabel, rel: undefined }] : []),
    ];
  });

/** The ways on through the list this indicator was opened from. */
export function Ways({ auditId, filter, ways }: Props) {
  const leading = leadingTo(ways);
  if (leading.length === 0) return null;
  return (
    <nav aria-label="Other indicators" className="flex flex-wrap gap-x-6 gap-y-2 text-sm print:hidden">
      {leading.map(({ keys, code, label, rel }) => (
        <a
          key={keys}
          href={addressOfIndicator(auditId, code, filter)}
          rel={rel}
          data-key-way={keys}
          className="link inline-flex min-h-6 items-center"
        >{`${label}: ${code}`}</a>
      ))}
    </nav>
  );
}
