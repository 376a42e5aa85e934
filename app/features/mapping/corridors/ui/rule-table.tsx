import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { feeCategoryName } from '#app/questionnaire/fee-categories.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { NationalRule, PayerAllowed } from '../national/model.ts';
import { staleInWords } from '../rules.ts';
import { SourceLine } from './provenance.tsx';
import { Stale } from './entry-text.tsx';

export const payerNames: Record<PayerAllowed, string> = {
  not_worker: 'No worker may be charged',
  worker_capped: 'A worker may be charged up to a cap',
  worker: 'A worker may be charged',
};

export const ruleTitle = ({ country, category }: Pick<NationalRule, 'country' | 'category'>) =>
  `${countryName(country)}: ${category ? feeCategoryName(category) : 'all fees and costs'}`;

type Props = {
  rules: readonly NationalRule[];
  today: string;
  /** Staff come to the rule from here. */
  keeps?: boolean;
  empty: string;
};

/** Who may be charged what by the law of a country, each line with its source. The scheme's own Standard allows no worker to be charged. */
export const RuleTable = ({ rules, today, keeps, empty }: Props) => (
  <DataTable
    caption="Who may be charged by national law"
    columns={[
      {
        ...{ key: 'rule', header: 'For what', main: true },
        cell: (rule) =>
          keeps ? (
            <TextLink to={`/scheme/corridors/rules/${rule.id}`}>{ruleTitle(rule)}</TextLink>
          ) : (
            ruleTitle(rule)
          ),
      },
      {
        ...{ key: 'payer', header: 'Who may be charged' },
        cell: ({ payerAllowed, cap }) => `${payerNames[payerAllowed]}${cap ? `: ${cap}` : ''}`,
      },
      { key: 'from', header: 'Since', cell: ({ validFrom }) => dayInWords(validFrom) },
      {
        ...{ key: 'source', header: 'Source' },
        cell: (rule) => (
          <>
            <Stale text={staleInWords(rule, today)} />
            <SourceLine {...rule} />
          </>
        ),
      },
    ]}
    rows={rules}
    empty={{ title: 'No rule yet', text: empty }}
  />
);
