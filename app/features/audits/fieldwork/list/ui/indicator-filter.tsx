import { evidenceTypeNames, evidenceTypes } from '#app/features/scheme/model.ts';
import { queryField, SelectField } from '#app/ui/fields.tsx';
import { Filters } from '#app/ui/table.tsx';

import { addressOfList, shown, type IndicatorFilter, type Shown } from '../filter.ts';

export const shownNames: Record<Shown, string> = {
  all: 'All',
  open: 'Open',
  nonconforming: 'Not conforming',
  conflict: 'In conflict',
  finding: 'With findings',
};

type Props = {
  auditId: string;
  filter: IndicatorFilter;
  counts: Record<string, number>;
  principles: readonly { code: string; title: string }[];
};

/** Which indicators the list holds; each choice stands in the address, the first with its number. */
export function IndicatorFilter({ auditId, filter, counts, principles }: Props) {
  return (
    <>
      <nav aria-label="Indicators shown" className="flex flex-wrap gap-2 print:hidden">
        {shown.map((show) => (
          <a
            key={show}
            href={addressOfList(auditId, { ...filter, show })}
            aria-current={show === filter.show ? 'true' : undefined}
            className={`inline-flex min-h-9 items-center rounded-full border px-3.5 text-sm no-underline ${
              show === filter.show
                ? 'border-ink bg-ink text-paper'
                : 'border-line-strong bg-card hover:border-accent'
            }`}
          >
            {`${shownNames[show]} ${counts[show] ?? 0}`}
          </a>
        ))}
      </nav>
      <Filters
        action={`/audits/${auditId}/indicators`}
        clear={
          filter.principle || filter.evidence
            ? addressOfList(auditId, { ...filter, principle: '', evidence: '' })
            : undefined
        }
      >
        {filter.show === 'all' ? null : <input type="hidden" name="show" value={filter.show} />}
        <SelectField
          field={queryField('principle', filter.principle)}
          label="Principle"
          empty="All principles"
          options={principles.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
        />
        <SelectField
          field={queryField('evidence', filter.evidence)}
          label="Judged by"
          empty="All kinds of evidence"
          options={evidenceTypes.map((value) => ({ value, label: evidenceTypeNames[value] }))}
        />
      </Filters>
    </>
  );
}
