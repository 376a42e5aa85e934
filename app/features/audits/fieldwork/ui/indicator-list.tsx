import { conformityNames, type Conformity } from '../../model.ts';

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
/** Somebody of the team who has an indicator open. */
export type Present = { code: string; name: string };

type ListProps = {
  auditId: string;
  indicators: readonly Indicator[];
  present?: readonly Present[];
  current?: string;
};

/** Indicators under their criteria, each with the mark of what was found. */
export function IndicatorList({ auditId, indicators, present = [], current }: ListProps) {
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
              auditId={auditId}
              indicator={indicator}
              here={indicator.code === current}
              who={present.filter(({ code }) => code === indicator.code).map(({ name }) => name)}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}

type LinkProps = { auditId: string; indicator: Indicator; here: boolean; who: string[] };

function IndicatorLink({ auditId, indicator, here, who }: LinkProps) {
  const { code, requirement, conformity, conflicts } = indicator;
  const notes = notesOf(indicator);
  return (
    <a
      href={`/audits/${auditId}/indicators/${code}`}
      aria-current={here ? 'page' : undefined}
      data-key-row=""
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
        {who.length > 0 ? (
          <span className="block text-sm font-normal text-accent">{presenceWords(who)}</span>
        ) : null}
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

export const presenceWords = (who: readonly string[]) =>
  `${who.join(' and ')} ${who.length === 1 ? 'has' : 'have'} this one open`;

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
