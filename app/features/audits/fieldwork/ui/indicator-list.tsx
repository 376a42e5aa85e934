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
};

export const isAnswered = ({ conformity }: Pick<Indicator, 'conformity'>) =>
  conformity !== null && conformity !== 'come_back';

export const shown = ['all', 'open', 'nonconforming'] as const;
type Shown = (typeof shown)[number];

const passes: Record<Shown, (indicator: Indicator) => boolean> = {
  all: () => true,
  open: (indicator) => !isAnswered(indicator),
  nonconforming: ({ conformity }) => conformity === 'does_not_conform',
};
const labels: Record<Shown, string> = { all: 'All', open: 'Open', nonconforming: 'Not conforming' };

type FilterProps = { auditId: string; indicators: readonly Indicator[]; show: Shown };

/** Which indicators the list holds, each choice with its number; the choice stands in the address. */
export function IndicatorFilter({ auditId, indicators, show }: FilterProps) {
  return (
    <nav aria-label="Indicators shown" className="flex flex-wrap gap-2 print:hidden">
      {shown.map((choice) => (
        <a
          key={choice}
          href={`/audits/${auditId}/indicators?show=${choice}`}
          aria-current={choice === show ? 'true' : undefined}
          className={`inline-flex min-h-9 items-center rounded-full border px-3.5 text-sm no-underline ${
            choice === show
              ? 'border-ink bg-ink text-paper'
              : 'border-line-strong bg-card hover:border-accent'
          }`}
        >
          {`${labels[choice]} ${indicators.filter(passes[choice]).length}`}
        </a>
      ))}
    </nav>
  );
}

type ListProps = { auditId: string; indicators: readonly Indicator[]; show?: Shown; current?: string };

/** Indicators under their criteria, each with the mark of what was found. */
export function IndicatorList({ auditId, indicators, show = 'all', current }: ListProps) {
  const chosen = indicators.filter(passes[show]);
  if (chosen.length === 0) return <p className="text-ink-2">No indicator is left here.</p>;
  return byCriterion(chosen).map(({ code, title, own }) => (
    <section key={code} aria-labelledby={`criterion-${code}`}>
      <h2
        id={`criterion-${code}`}
        className="font-sans text-sm font-semibold text-ink-2"
      >{`${code} ${title}`}</h2>
      <ul className="mt-1">
        {own.map((indicator) => (
          <li key={indicator.code} className="border-b border-line">
            <IndicatorLink auditId={auditId} indicator={indicator} here={indicator.code === current} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function IndicatorLink({
  auditId,
  indicator,
  here,
}: {
  auditId: string;
  indicator: Indicator;
  here: boolean;
}) {
  const { code, requirement, conformity, findings } = indicator;
  return (
    <a
      href={`/audits/${auditId}/indicators/${code}`}
      aria-current={here ? 'page' : undefined}
      className={`grid grid-cols-[3.5rem_minmax(0,1fr)_1.25rem] gap-x-2 px-2 py-2.5 leading-snug no-underline ${
        here ? 'bg-accent-soft font-semibold' : 'hover:bg-accent-soft'
      }`}
    >
      <span className="text-sm text-ink-2 tabular-nums">{code}</span>
      <span>
        {requirement}
        {findings > 0 ? (
          <span className="block text-sm font-normal text-ink-2">
            {findings === 1 ? '1 finding' : `${findings} findings`}
          </span>
        ) : null}
      </span>
      <Mark conformity={conformity} />
    </a>
  );
}

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
