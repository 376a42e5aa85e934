import { countryName, corridorName } from '#app/platform/places.ts';

import type { StatedCorridor } from '../chain/mention.ts';
import type { MergedChain } from '../chain/merge.ts';
import type { CorridorMonths } from '../chain/months.ts';
import type { ActorKind, Source } from '../chain/model.ts';
import { indicators, strengths, type Band, type Hit } from '../risk/model.ts';
import { bandNames, indicatorNames, strengthNames } from '../risk/ui/words.ts';
import type { Line, ReportPart } from './model.ts';

/** By which share a response is read; nothing for what may not be read. */
export type ShareOf = (responseId: string) => string | undefined;

const sharesOf = (sources: readonly Pick<Source, 'responseId'>[], shareOf: ShareOf) => [
  ...new Set(sources.flatMap(({ responseId }) => shareOf(responseId) ?? [])),
];

type Progress = { tier: number; invited: number; answered: number; declined: number; opened: number };
type Asked = { name: string; state: string; dueOn: string; invited: number; answered: number };

export const methodPart = (campaigns: readonly Asked[]): ReportPart => ({
  name: 'method',
  title: 'How it was asked',
  note: 'Suppliers and those before them were asked by personal links, by questionnaires of fixed versions. They answer for themselves; nobody checked each answer on site unless an action says so.',
  columns: ['Campaign', 'State', 'Last day', 'Asked', 'Answered'],
  lines: campaigns.map(({ name, state, dueOn, invited, answered }) => ({
    cells: [name, state, dueOn, String(invited), String(answered)],
    answers: [],
  })),
});

export const coveragePart = (progress: readonly Progress[], shares: readonly string[]): ReportPart => ({
  name: 'coverage',
  title: 'Whom the answers cover',
  note: 'Tier 1 was named by the company, each further tier by those before it. Who declined, or took an answer back, is counted and not named.',
  columns: ['Tier', 'Asked', 'Answered', 'Declined', 'Not yet answered'],
  lines: progress.map(({ tier, invited, answered, declined }) => ({
    cells: [tier, invited, answered, declined, invited - answered - declined].map(String),
    answers: tier === 1 ? [...shares] : [],
  })),
});

export function chainPart(
  { nodes, contradictions }: Pick<MergedChain, 'nodes' | 'contradictions'>,
  kindNames: Record<ActorKind, string>,
  shareOf: ShareOf,
): ReportPart {
  const kinds = [...new Set(nodes.map(({ kind }) => kind))];
  const differ = contradictions.length;
  return {
    name: 'chain',
    title: 'Who is in the chain',
    note: `Parties as respondents name them; who may not be shown is counted and not named.${differ > 0 ? ` In ${differ === 1 ? 'one place' : `${differ} places`} answers differ; the graver one counts.` : ''}`,
    columns: ['What they are', 'How many', 'Not to be named', 'Without a licence, as said', 'Countries'],
    lines: kinds.map((kind): Line => {
      const own = nodes.filter((node) => node.kind === kind);
      const countries = [...new Set(own.flatMap(({ country }) => country ?? []))].sort();
      const count = (of: (node: (typeof own)[number]) => boolean) => String(own.filter(of).length);
      return {
        cells: [
          ...[kindNames[kind], String(own.length), count(({ withheld }) => withheld)],
          count(({ licensed }) => licensed === 'no'),
          countries.map(countryName).join(', '),
        ],
        answers: sharesOf(
          own.flatMap(({ sources }) => sources),
          shareOf,
        ),
      };
    }),
  };
}

export function corridorPart(corridors: readonly StatedCorridor[], shareOf: ShareOf): ReportPart {
  const by = new Map<string, StatedCorridor[]>();
  for (const each of corridors) {
    if (!each.origin || !each.destination) continue;
    const key = `${each.origin}-${each.destination}`;
    by.set(key, [...(by.get(key) ?? []), each]);
  }
  return {
    name: 'corridors',
    title: 'From where to where people come',
    note: 'Workers a year as each respondent says; two may speak of the same workers, so nothing is added up.',
    columns: ['Corridor', 'Respondents', 'Workers a year, as said'],
    lines: [...by].map(([corridor, said]) => ({
      cells: [
        ...[corridorName(corridor), String(said.length)],
        said.map(({ workersAYear }) => workersAYear ?? 'unknown').join(', '),
      ],
      answers: sharesOf(
        said.map(({ source }) => source),
        shareOf,
      ),
    })),
  };
}

const figure = (value: number | null) => (value === null ? 'Unknown' : value.toFixed(1));

export const monthsPart = (months: readonly CorridorMonths[], shareOf: ShareOf): ReportPart => ({
  name: 'months',
  title: 'Months of pay to get the job',
  note: 'What workers bore for their recruitment, in months of the pay at its end, both as the same respondent says (SDG indicator 10.7.1). Nothing is estimated.',
  columns: ['Corridor', 'Months of pay', 'Least', 'Most', 'Ways known', 'Ways unknown'],
  lines: months.map(({ corridor, routes, ...each }) => ({
    cells: [
      ...[corridorName(corridor), figure(each.months), figure(each.least), figure(each.most)],
      ...[String(each.known), String(each.unknown)],
    ],
    answers: sharesOf(routes, shareOf),
  })),
});

type Risk = { name: string | null; country: string | null; residual: number; band: Band; answers: string[] };

export const riskPart = (risks: readonly Risk[]): ReportPart => ({
  name: 'risk',
  title: 'Risk that is left',
  note: 'Of 100, after what is known of controls; the parts, their sources and weights stand on the page of each party. What is unknown counts as worse than average.',
  columns: ['Party', 'Country', 'Risk', 'Of 100'],
  lines: risks.map(({ name, country, residual, band, answers }) => ({
    cells: [
      ...[name ?? 'Not to be named', country ? countryName(country) : ''],
      ...[bandNames[band], residual.toFixed(1)],
    ],
    answers,
  })),
});

/** Each indicator that was met, by its strength. What workers themselves say is counted elsewhere, in groups. */
export function indicatorPart(hits: readonly Hit[], shareOf: ShareOf): ReportPart {
  const ofParties = hits.filter(({ by }) => by === 'party');
  return {
    name: 'indicators',
    title: 'Signs of forced labour, as answers show them',
    note: 'One sign alone may suffice in some cases; most often several together do. Each leads to the answers it stands in.',
    columns: ['Sign', ...strengths.map((strength) => strengthNames[strength])],
    lines: indicators.flatMap((indicator): Line[] => {
      const own = ofParties.filter((hit) => hit.indicator === indicator);
      if (own.length === 0) return [];
      const counts = strengths.map((strength) =>
        String(own.filter((hit) => hit.strength === strength).length),
      );
      return [
        {
          cells: [indicatorNames[indicator], ...counts],
          answers: sharesOf(
            own.map(({ source }) => source),
            shareOf,
          ),
        },
      ];
    }),
  };
}

type Action = { what: string; party: string | null; owner: string; dueOn: string; state: string };
export const actionPart = (actions: readonly Action[]): ReportPart => ({
  name: 'actions',
  title: 'What is done about it',
  note: 'Actions of the company, each with who does it and by when.',
  columns: ['Action', 'About', 'Who', 'By', 'State'],
  lines: actions.map(({ what, party, owner, dueOn, state }) => ({
    cells: [what, party ?? 'The whole chain', owner, dueOn, state.replaceAll('_', ' ')],
    answers: [],
  })),
});

type Money = { title: string; owed: string; paid: string; workers: string };
export const remedyPart = (plans: readonly Money[]): ReportPart => ({
  name: 'remedy',
  title: 'Money given back to workers',
  note: 'By the ledgers of repayment plans, in the currencies it was paid in.',
  columns: ['Plan', 'Owed', 'Paid', 'Workers, confirmed of affected'],
  lines: plans.map(({ title, owed, paid, workers }) => ({
    cells: [title, owed, paid, workers],
    answers: [],
  })),
});

type Policy = { title: string; last: number; addedOn: string };
export const policyPart = (policies: readonly Policy[]): ReportPart => ({
  name: 'policies',
  title: 'Policies',
  note: 'Their reviews against the Standard and the ILO’s principles stand with each.',
  columns: ['Policy', 'Last version', 'Of'],
  lines: policies.map(({ title, last, addedOn }) => ({ cells: [title, String(last), addedOn], answers: [] })),
});
