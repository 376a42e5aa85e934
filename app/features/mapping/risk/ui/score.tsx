import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Source } from '../../chain/model.ts';
import type { KeptScore } from '../history/model.ts';
import type { Band, Part } from '../model.ts';
import { strongestOf } from '../rules.ts';
import { bandNames, indicatorNames, partTitles, strengthNames, testTexts } from './words.ts';

const tones = {
  low: 'neutral',
  medium: 'watch',
  high: 'suspended',
  very_high: 'suspended',
} as const satisfies Record<Band, string>;

export const RiskTag = ({ band }: { band: Band }) => (
  <StatusTag tone={tones[band]}>{bandNames[band]}</StatusTag>
);

/** Where an answer can be read; nothing where whoever looks may not, as with workers' own. */
type SourceHref = (source: Source) => string | undefined;

type Props = { risk: KeptScore; sourceHref: SourceHref };

/** A score with all that it is made of: never the number alone. */
export const RiskScorePanel = ({ risk, sourceHref }: Props) => (
  <Section title="Risk">
    <p className="flex flex-wrap items-center gap-3">
      <RiskTag band={risk.band} />
      <span>{`${figure(risk.residual)} of 100`}</span>
    </p>
    <p className="max-w-[42rem]">{inWords(risk)}</p>
    <Parts caption="What the risk is made of" parts={risk.parts} />
    <Parts caption="What the chain itself says" parts={risk.chainParts} />
    {risk.controlParts.length > 0 ? (
      <Parts caption="What is done about it" parts={risk.controlParts} />
    ) : (
      <p className="text-ink-2">Nobody has looked at what is done about it, so it counts as nothing.</p>
    )}
    <Indicators risk={risk} sourceHref={sourceHref} />
    <Contradictions risk={risk} sourceHref={sourceHref} />
  </Section>
);

const figure = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

function inWords({ inherent, control, reckoned, residual, reviewDueOn }: KeptScore) {
  const taken = `Without any control it would be ${figure(inherent)}; what is done about it takes ${figure(inherent - reckoned)} away (control ${figure(control * 100)} of 100).`;
  const raised =
    residual > reckoned ? ` It was raised from ${figure(reckoned)} because something grave was told.` : '';
  const review = reviewDueOn ? ` A person should look at it by ${dayInWords(reviewDueOn)}.` : '';
  return `${taken}${raised}${review}`;
}

const keyInWords = ({ name, key }: Part) => {
  if (key === null) return '';
  if (name === 'sector') return `: ${sectorName(key)}`;
  return name === 'origin' || name === 'destination' ? `: ${countryName(key)}` : `: ${key}`;
};

const Parts = ({ caption, parts }: { caption: string; parts: readonly Part[] }) => (
  <DataTable
    caption={caption}
    columns={[
      {
        ...{ key: 'part', header: 'Part', main: true },
        cell: (part) => `${partTitles[part.name]}${keyInWords(part)}`,
      },
      { key: 'value', header: 'Value of 100', cell: ({ value }) => figure(value) },
      { key: 'weight', header: 'Share', cell: ({ weight }) => figure(weight) },
      {
        ...{ key: 'source', header: 'Source' },
        cell: ({ source, year, known }) => (
          <>
            {source ? `${source}${year === null ? '' : `, ${year}`}` : 'Nobody knows'}
            {known ? null : (
              <p className="text-sm text-ink-2">What is unknown counts as worse than average</p>
            )}
          </>
        ),
      },
    ]}
    rows={parts}
    empty={{ title: '', text: '' }}
  />
);

const Indicators = ({ risk, sourceHref }: Props) => (
  <DataTable
    caption="Indicators of forced labour"
    columns={[
      {
        ...{ key: 'indicator', header: 'Indicator', main: true },
        cell: ({ indicator }) => indicatorNames[indicator],
      },
      { key: 'strength', header: 'Strength', cell: ({ strength }) => strengthNames[strength] },
      {
        key: 'by',
        header: 'Told by',
        cell: ({ by }) => (by === 'worker' ? 'Workers' : 'A party of the chain'),
      },
      {
        ...{ key: 'answers', header: 'Answers' },
        cell: ({ indicator }) => (
          <Answers
            sources={risk.hits.filter((hit) => hit.indicator === indicator).map(({ source }) => source)}
            sourceHref={sourceHref}
          />
        ),
      },
    ]}
    rows={strongestOf(risk.hits)}
    empty={{
      title: 'No indicator yet',
      text: 'None of the answers points to forced labour. That does not mean that there is none.',
    }}
  />
);

const Contradictions = ({ risk, sourceHref }: Props) =>
  risk.contradictions.length === 0 ? null : (
    <DataTable
      caption="Answers that do not go together"
      columns={[
        { key: 'test', header: 'What', main: true, cell: ({ test }) => testTexts[test] },
        {
          ...{ key: 'answers', header: 'Answers' },
          cell: ({ sources }) => <Answers sources={sources} sourceHref={sourceHref} />,
        },
      ]}
      rows={risk.contradictions}
      empty={{ title: '', text: '' }}
    />
  );

const mostShown = 5;

/** The answers a finding rests on, each a link where it may be read. */
function Answers({ sources, sourceHref }: { sources: readonly Source[]; sourceHref: SourceHref }) {
  const hrefs = [...new Set(sources.flatMap((source) => sourceHref(source) ?? []))];
  const hidden = sources.filter((source) => sourceHref(source) === undefined).length;
  return (
    <>
      {hrefs.slice(0, mostShown).map((href, at) => (
        <span key={href}>
          {at > 0 ? ', ' : null}
          <TextLink to={href}>{`Answer ${at + 1}`}</TextLink>
        </span>
      ))}
      {hrefs.length > mostShown ? ` and ${hrefs.length - mostShown} more` : null}
      {hidden > 0 ? <p className="text-sm text-ink-2">What workers said is told for groups only</p> : null}
    </>
  );
}
