import { Section } from '#app/ui/page.tsx';
import { TextLink } from '#app/ui/buttons.tsx';

import { isAnswered } from '../list/filter.ts';
import type { Indicator } from '../list/ui/indicator-list.tsx';

type Counted = Pick<Indicator, 'principleCode' | 'principle' | 'conformity'>;
/** `coverage`: why a surveillance left a principle out. */
type Props = { auditId: string; indicators: readonly Counted[]; coverage?: string | null | undefined };

/** How far fieldwork is, principle by principle: a bar to look at, the numbers to read. */
export function Progress({ auditId, indicators, coverage }: Props) {
  const answered = indicators.filter(isAnswered).length;
  return (
    <Section
      title="Indicators"
      aside={
        <TextLink
          to={`/audits/${auditId}/indicators`}
        >{`${answered} of ${indicators.length} answered`}</TextLink>
      }
    >
      <table className="w-full">
        <caption className="sr-only">Indicators answered, by principle</caption>
        <tbody>
          {byPrinciple(indicators).map(({ code, title, own }) => (
            <PrincipleRow key={code} label={`${code} ${title}`} own={own} />
          ))}
        </tbody>
      </table>
      {coverage ? <p className="whitespace-pre-line">{`Why a principle was left out: ${coverage}`}</p> : null}
    </Section>
  );
}

function PrincipleRow({ label, own }: { label: string; own: Counted[] }) {
  const answered = own.filter(isAnswered).length;
  const wrong = own.filter(({ conformity }) => conformity === 'does_not_conform').length;
  return (
    <tr>
      <th scope="row" className="py-1.5 pe-4 text-start leading-snug font-normal">
        {label}
        {wrong > 0 ? <span className="block text-sm text-stopped">{`${wrong} not conforming`}</span> : null}
      </th>
      <td className="w-20 py-1.5 pe-4 text-end whitespace-nowrap tabular-nums">{`${answered} of ${own.length}`}</td>
      <td className="w-1/4 py-1.5 max-sm:hidden">
        <svg aria-hidden="true" width="100%" height="12" className="block text-accent rtl:-scale-x-100">
          <rect width="100%" height="12" rx="4" className="fill-heat-0" />
          <rect width={`${(100 * answered) / own.length}%`} height="12" rx="4" fill="currentColor" />
        </svg>
      </td>
    </tr>
  );
}

type Placed = Pick<Indicator, 'principleCode' | 'principle'>;

export function byPrinciple<I extends Placed>(indicators: readonly I[]) {
  const principles = new Map<string, { code: string; title: string; own: I[] }>();
  for (const indicator of indicators) {
    const { principleCode: code, principle: title } = indicator;
    const group = principles.get(code) ?? { code, title, own: [] };
    group.own.push(indicator);
    principles.set(code, group);
  }
  return [...principles.values()];
}
