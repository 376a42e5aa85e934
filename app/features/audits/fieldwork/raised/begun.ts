import type { Grade } from '#app/features/scheme/model.ts';

import type { RaiseForm } from '../../findings/forms.ts';
import { requirementKinds } from '../../findings/model.ts';
import type { Audit } from '../../model.ts';
import type { Harm } from '../../remedy/model.ts';
import { gradesRaised } from '../rules.ts';

type Indicator = { defaultGrade: Grade; note: string | null; evidence: string | null };
/** A finding as a device sent it, in the words that were kept. */
export type Raised = {
  grade: Grade;
  harm: Harm | null;
  lawInstrument: string;
  lawPlace: string;
  gradingReasons?: string | null | undefined;
  requirementKind?: string | undefined;
};
type Kept = {
  note: string;
  evidence: string;
  raising: (Raised & { declaration?: string | null | undefined }) | null;
};

/** How the form of a finding begins: by the answer to its indicator, or in the words that were kept from a device. */
export function begunOn(audit: Pick<Audit, 'type'>, indicator: Indicator, kept: Kept | null) {
  const wanted = kept?.raising?.grade ?? indicator.defaultGrade;
  const { note, evidence } = kept ?? indicator;
  return {
    ...measuredBy(kept?.raising ?? null),
    grade: gradesRaised(audit).find((grade) => grade === wanted),
    statement: note ?? '',
    evidence: evidence ?? '',
  } satisfies Partial<Record<keyof RaiseForm, string | undefined>>;
}

function measuredBy(raising: Kept['raising']) {
  if (!raising) return { requirementKind: 'standard' as const };
  const { harm, lawInstrument, lawPlace, gradingReasons, declaration } = raising;
  return {
    requirementKind: requirementKinds.find((kind) => kind === raising.requirementKind) ?? 'standard',
    ...{ lawInstrument, lawPlace, harm: harm ?? undefined },
    ...{ gradingReasons: gradingReasons ?? undefined, declaration: declaration ?? undefined },
  };
}

/** The answers to choose from, and the one the kept words are measured by where it is of an earlier copy. */
export const choicesOf = <Declared extends { value: string }>(
  latest: readonly Declared[],
  kept: Declared | null,
) => (kept && !latest.some(({ value }) => value === kept.value) ? [...latest, kept] : latest);
