import { evidenceTypeNames } from '#app/features/scheme/model.ts';
import { TextLink } from '#app/ui/buttons.tsx';

import { addressOfList, type IndicatorFilter } from '../filter.ts';
import { shownNames } from './indicator-filter.tsx';

/** Says beside an indicator which list it was opened from, and leads back to where that is chosen. */
export function Asked({ auditId, filter }: { auditId: string; filter: IndicatorFilter }) {
  const { show, principle, evidence } = filter;
  const words = [
    ...(show === 'all' ? [] : [shownNames[show]]),
    ...(principle ? [`principle ${principle}`] : []),
    ...(evidence ? [`judged by ${evidenceTypeNames[evidence].toLowerCase()}`] : []),
  ];
  if (words.length === 0) return null;
  return (
    <p className="text-sm text-ink-2">
      {`Shown: ${words.join(', ')}. `}
      <TextLink to={addressOfList(auditId, filter)}>Choose others</TextLink>
    </p>
  );
}
