import type { Present } from '../../presence/rules.ts';
import { TeamPresence } from '../../presence/ui/presence.tsx';
import type { IndicatorFilter } from '../filter.ts';
import { Asked } from './asked.tsx';
import { IndicatorList, type Indicator } from './indicator-list.tsx';
import { Keys } from './keys.tsx';

type Props = {
  auditId: string;
  code: string;
  filter: IndicatorFilter;
  neighbours: readonly Indicator[];
  present: readonly Present[];
  /** Whoever is at work on it, and not only reading. */
  atWork: boolean;
};

/** Beside an indicator: who else is at work, the keys, and its neighbours of the list it was opened from. */
export const AroundIndicator = ({ auditId, code, filter, neighbours, present, atWork }: Props) => (
  <>
    {atWork ? <TeamPresence auditId={auditId} code={code} present={present} /> : null}
    {atWork ? <Keys on="indicator" /> : null}
    <Asked auditId={auditId} filter={filter} />
    <IndicatorList
      auditId={auditId}
      indicators={neighbours}
      filter={filter}
      present={present}
      current={code}
    />
  </>
);
