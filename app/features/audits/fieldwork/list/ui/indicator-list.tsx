import { conformityNames, type Conformity } from '../../../model.ts';
import type { Present } from '../../presence/rules.ts';
import { PresenceAt } from '../../presence/ui/presence.tsx';
import { addressOfIndicator, isAnswered, type IndicatorFilter } from '../filter.ts';

export type Indicator = {
  code: string;
  requirement: string;
  principleCode: string;
  principle: string;
  criterionCode: string;
  criterion: string;
  conformity: Conformity | null;
  findings: number;
  evidenceCount: number;
  conflicts: number;
};

type ListProps = {
  auditId: string;
  indicators: readonly Indicator[];
  filter: IndicatorFilter;
  present?: readonly Present[];
  current?: string;
};

/** Indicators under their criteria, each with the mark of what was found. */
export function IndicatorList({ auditId, indicators, filter, present = [], current }: ListProps) {
  if (indicators.length === 0) return <p className="text-ink-2">No indicator is left here.</p>;
  return byCriterion(indicators).map(({ code, title, own }) => (
    <section key={code} aria-labelledby={`criterion-${code}`}>
      <h2
        id={`criterion-${code}`}
        className="font-sans text-sm font-semibold text-ink-2"
      >{`${code} ${title}`}</h2>
      <ul className="mt-1">
        {own.map((indicator) => (
          <li key={indicator.code} className="border-b border-line">
            <IndicatorLink
              to={addressOfIndicator(auditId, indicator.code, filter)}
              indicator={indicator}
              here={indicator.code === current}
              present={present}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}

type LinkProps = { to: string; indicator: Indicator; here: boolean; present: readonly Present[] };

function IndicatorLink({ to, indicator, here, present }: LinkProps) {
  const { code, requirement, conformity, conflicts } = indicator;
  const notes = notesOf(indicator);
  return (
    <a
      href={to}
      aria-current={here ? 'page' : undefined}
      data-key-row={isAnswered(indicator) ? 'answered' : 'open'}
      className={`grid grid-cols-[3.5rem_minmax(0,1fr)_1.25rem] gap-x-2 px-2 py-2.5 leading-snug no-underline ${
        here ? 'bg-accent-soft font-semibold' : 'hover:bg-accent-soft'
      }`}
    >
      <span className="text-sm text-ink-2 tabular-nums">{code}</span>
      <span>
        {requirement}
        {notes.length > 0 ? (
          <span className="block text-sm font-normal text-ink-2">{notes.join(' · ')}</span>
        ) : null}
        {conflicts > 0 ? (
          <span className="block text-sm font-semibold text-stopped">Worded differently by two</span>
        ) : null}
        <PresenceAt code={code} present={present} />
      </span>
      <Mark conformity={conformity} />
    </a>
  );
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];

const notesOf = ({ findings, evidenceCount }: Indicator) => [
  ...counted(findings, 'finding', 'findings'),
  ...counted(evidenceCount, 'document or photo', 'documents and photos'),
];

const marks: Record<Conformity | 'open', string> = {
  conforms: 'rounded-full bg-certified border-certified',
  does_not_conform: 'rounded-xs bg-stopped border-stopped',
  not_applicable: 'rounded-full border-ended bg-ended-soft border-dashed',
  come_back: 'rounded-full border-watch bg-watch-soft',
  open: 'rounded-full border-line-strong',
};

/** Shape and colour for the eye, a word for the ear. */
function Mark({ conformity }: Pick<Indicator, 'conformity'>) {
  const word = conformity === null ? 'Open' : conformityNames[conformity];
  return (
    <span className="pt-1" title={word}>
      <span aria-hidden="true" className={`block size-3.5 border-2 ${marks[conformity ?? 'open']}`} />
      <span className="sr-only">{word}</span>
    </span>
  );
}

function byCriterion(indicators: readonly Indicator[]) {
  const criteria = new Map<string, { code: string; title: string; own: Indicator[] }>();
  for (const indicator of indicators) {
    const { criterionCode: code, criterion: title } = indicator;
    const group = criteria.get(code) ?? { code, title, own: [] };
    group.own.push(indicator);
    criteria.set(code, group);
  }
  return [...criteria.values()];
}
